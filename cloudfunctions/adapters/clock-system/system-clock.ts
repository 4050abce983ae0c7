// The machine's own clock.
import type { Clock } from '#server/ports/clock';

/** The real time. */
export const systemClock: Clock = { now: () => Date.now() };
