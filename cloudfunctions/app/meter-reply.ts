// Tells the meter how each action ended, and the log which ones were slow.
import { refusalCodes } from '#core/refusals';
import type { AppReply } from '#server/app/create-app';
import type { Log } from '#server/ports/log';
import type { ActionOutcome, Meter } from '#server/ports/meter';

/** An action that takes longer is worth a line, milliseconds. */
const SLOW_MS = 1_000;

const refused: ReadonlySet<string> = new Set(refusalCodes);

function outcomeOf(reply: AppReply): ActionOutcome {
  if (reply.ok) return 'done';
  if (reply.code === 'try_again') return 'fault';
  if (reply.code === 'internal') return 'bug';
  return refused.has(reply.code) ? 'refused' : 'denied';
}

/** Counts one reply. `action` is a name of the contract, or null for anything else that was asked for. */
export function meterReply(parts: { readonly meter?: Meter; readonly log: Log }, action: string | null, reply: AppReply, ms: number): void {
  const name = action ?? 'unknown';
  const outcome = outcomeOf(reply);
  const code = reply.ok ? null : reply.code;
  parts.meter?.action({ action: name, outcome, code, ms });
  if (ms >= SLOW_MS) parts.log.line('warning', 'slow', { action: name, outcome, code, ms: Math.round(ms) });
}
