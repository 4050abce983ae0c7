// The main of the cloud function `timer`: runs the jobs when the platform's timer fires, and hands WeChat's pushes to their handlers.
import { type JobParts, type JobReport, runJobs } from '#server/app/run-jobs';
import type { PushHandler, PushMessage } from '#server/hosts/wechat/timer/push-events';
import { keepWarm } from '#server/hosts/wechat/warm';
import { isTimer, mayBePush } from '#server/hosts/wechat/wechat-source';
import type { Clock } from '#server/ports/clock';
import type { Dice } from '#server/ports/dice';
import { Fault } from '#server/ports/fault';
import type { Log } from '#server/ports/log';

/** What the function is made from. */
export interface TimerParts {
  /** Opens the store and all else; tried again at the next call when it fails. `forget` is called when it has gone bad. */
  open(forget: () => void): Promise<JobParts>;
  /** The context of the invocation that is running now. */
  context(): { readonly SOURCE?: unknown };
  readonly handlers: Readonly<Record<string, PushHandler | undefined>>;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly log: Log;
  /** How long one run may begin new work, in ms; well below the function's own limit. */
  readonly budgetMs: number;
}

/** What the function answers: a report to the timer, `success` to WeChat's pushes, a denial to anybody else. */
export type TimerAnswer = JobReport | 'success' | { readonly denied: 'not_a_timer' } | { readonly failed: string };

function pushOf(event: unknown): PushMessage | null {
  if (typeof event !== 'object' || event === null) return null;
  const { MsgType, Event } = event as { MsgType?: unknown; Event?: unknown };
  return MsgType === 'event' && typeof Event === 'string' ? (event as PushMessage) : null;
}

/** Creates `exports.main`. */
export function createTimerMain(parts: TimerParts): (event: unknown) => Promise<TimerAnswer> {
  const { clock, dice, log, handlers } = parts;
  const warm = keepWarm(() => parts.open(() => warm.forget()));

  function fail(what: string, error: unknown): { readonly failed: string } {
    const reference = dice.id(8);
    const code = error instanceof Fault ? error.code : 'bug';
    log.line(code === 'bug' ? 'error' : 'warning', what, { reference, code }, error);
    return { failed: reference };
  }

  async function handlePush(message: PushMessage): Promise<TimerAnswer> {
    const handler = Object.hasOwn(handlers, message.Event) ? handlers[message.Event] : undefined;
    if (handler === undefined) {
      log.line('notice', 'push_without_handler', { event: message.Event.slice(0, 60) });
      return 'success';
    }
    await handler(message, await warm.get(), clock.now());
    return 'success';
  }

  return async (event) => {
    // Read at once: the context belongs to the process, and the next invocation changes it.
    const { SOURCE } = parts.context();
    const push = pushOf(event);
    try {
      if (push !== null && mayBePush(SOURCE)) return await handlePush(push);
      if (!isTimer(SOURCE)) {
        log.line('warning', 'not_a_timer', { source: String(SOURCE).slice(0, 60) });
        return { denied: 'not_a_timer' };
      }
      return await runJobs(await warm.get(), clock.now(), parts.budgetMs);
    } catch (error) {
      return fail(push === null ? 'timer_failed' : 'push_failed', error);
    }
  };
}
