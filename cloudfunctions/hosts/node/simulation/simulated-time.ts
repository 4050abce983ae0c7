// A clock and dice for acting out the past: each request has its own instant, so that many can be under way together.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash } from 'node:crypto';
import type { Instant } from '#core/values/instant';
import { toBase32 } from '#server/adapters/signing/sign';
import type { Clock } from '#server/ports/clock';
import type { Dice } from '#server/ports/dice';

/** Simulated time, and the chance that goes with it. */
export interface SimulatedTime {
  readonly clock: Clock;
  /** Ids that depend on who does something and when, never on what else goes on: a history acted out again draws the same. */
  readonly dice: Dice;
  /** Does something as a person at an instant; whatever it awaits sees the same instant. */
  at<T>(instant: Instant, who: string, act: () => Promise<T>): Promise<T>;
}

/** Creates simulated time. Outside of `at` there is no now: asking for it is a bug. */
export function createSimulatedTime(): SimulatedTime {
  const moments = new AsyncLocalStorage<{ readonly instant: Instant; readonly who: string; drawn: number }>();
  const moment = () => {
    const current = moments.getStore();
    if (current === undefined) throw new Error('simulated time was asked outside of any moment');
    return current;
  };
  return {
    clock: { now: () => moment().instant },
    dice: {
      id(length) {
        const current = moment();
        current.drawn += 1;
        const draw = [current.who, current.instant, current.drawn].join('\n');
        return toBase32(createHash('sha256').update(draw).digest(), length);
      },
    },
    at: (instant, who, act) => moments.run({ instant, who, drawn: 0 }, act),
  };
}
