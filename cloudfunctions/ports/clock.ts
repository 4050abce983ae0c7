// The clock port: the only source of "now".
import type { Instant } from '#core/values/instant';

/** Laws: `now` never throws; it need not be monotonic, since machines' clocks are not. */
export interface Clock {
  now(): Instant;
}
