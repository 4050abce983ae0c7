// Instants: milliseconds since 1970-01-01T00:00Z, always given as an argument and never read from a clock here.

/** Milliseconds since the epoch, in UTC. Names of instants end in `At`. */
export type Instant = number;

export const SECOND_MS = 1_000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
