// A code that was scanned while the counter had no network: whether it still counts, and the moment at which it is judged.
import { type Refusal, refuse } from '#core/refusals';
import type { CouponDocument } from '#core/tables';
import { HOUR_MS, type Instant, MINUTE_MS } from '#core/values/instant';

/** How many hours after a code was issued a scan of it can still be settled: a shift without a network. */
export const LATE_HOURS = 12;

/** By how much a clerk's phone may be wrong about the time. It widens nothing: the code's own minute is what is judged. */
export const CLOCK_SLACK_MS = 2 * MINUTE_MS;

/** What a late scan is judged on: `issuedAt` is signed, `scannedAt` is what a phone says; a code lives for `lifeMs` from its issue. */
export interface LateScanFacts {
  readonly issuedAt: Instant;
  readonly scannedAt: Instant;
  readonly lifeMs: number;
  readonly coupon: Pick<CouponDocument, 'undone'>;
  readonly at: Instant;
}

/** The moment of the scan as far as it can be believed: never before the code was issued, never after its last millisecond, never to come. */
export function judgedAt({ issuedAt, scannedAt, lifeMs, at }: Omit<LateScanFacts, 'coupon'>): Instant {
  return Math.max(issuedAt, Math.min(scannedAt, issuedAt + lifeMs - 1, at));
}

/**
 * Why a late scan counts no more: too long ago by the code's own signed moment, not within the code's life by the phone's clock, or the
 * coupon was used and given back since the code was shown, so that its holder has to show it again.
 */
export function lateScanRefusal(facts: LateScanFacts): Refusal<'scan_too_old' | 'code_expired'> | null {
  const { issuedAt, scannedAt, lifeMs, coupon, at } = facts;
  if (at - issuedAt > LATE_HOURS * HOUR_MS) return refuse('scan_too_old', { hours: LATE_HOURS });
  const early = scannedAt < issuedAt - CLOCK_SLACK_MS;
  const late = scannedAt >= issuedAt + lifeMs + CLOCK_SLACK_MS;
  const usedSince = coupon.undone.some(({ undoneAt }) => undoneAt >= issuedAt);
  return early || late || usedSince ? refuse('code_expired', { seconds: lifeMs / 1000 }) : null;
}
