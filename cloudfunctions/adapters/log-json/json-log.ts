// The log as one JSON object per line, for people's eyes and for any collector.
import type { Clock } from '#server/ports/clock';
import type { Log } from '#server/ports/log';

const STACK_LENGTH_MAX = 4_000;

function described(error: unknown): { readonly error: string; readonly cause?: string } {
  if (!(error instanceof Error)) return { error: `not an Error: ${typeof error}` };
  const stack = (error.stack ?? `${error.name}: ${error.message}`).slice(0, STACK_LENGTH_MAX);
  return error.cause instanceof Error ? { error: stack, cause: String(error.cause.stack).slice(0, STACK_LENGTH_MAX) } : { error: stack };
}

/** Creates a log over a function that takes a finished line. A line that cannot be written is lost: logging never breaks a request. */
export function createJsonLog(write: (line: string) => void, clock: Clock): Log {
  return {
    line(level, event, fields, error) {
      try {
        const head = { at: new Date(clock.now()).toISOString(), level, event };
        write(`${JSON.stringify({ ...head, ...fields, ...(error === undefined ? {} : described(error)) })}\n`);
      } catch {
        // There is nowhere left to say it.
      }
    },
  };
}
