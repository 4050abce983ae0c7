// A token bucket per person: people never meet it, loops do.
import { type Instant, MINUTE_MS, SECOND_MS } from '#core/values/instant';

/** What somebody may still do. */
export interface RateLimit {
  /** Counts one; says how many seconds somebody has to wait first, or null to go on. */
  take(key: string, now: Instant): number | null;
  /** Counts one less: what was taken turned out not to matter. */
  giveBack(key: string): void;
}

/** How many people's buckets are kept; whoever has not come for the longest is forgotten first, and begins again with a full one. */
const BUCKETS_MAX = 20_000;

/** A limit of `perMinute` actions, of which a quarter may come at once. This process's own: several processes allow as many times more. */
export function createRateLimit(perMinute: number): RateLimit {
  const capacity = Math.max(1, perMinute / 4);
  const perMs = perMinute / MINUTE_MS;
  const buckets = new Map<string, { tokens: number; at: Instant }>();
  return {
    take(key, now) {
      if (!Number.isFinite(perMinute)) return null;
      const bucket = buckets.get(key) ?? { tokens: capacity, at: now };
      const tokens = Math.min(capacity, bucket.tokens + Math.max(0, now - bucket.at) * perMs);
      buckets.delete(key);
      if (buckets.size >= BUCKETS_MAX) {
        const oldest = buckets.keys().next().value;
        if (oldest !== undefined) buckets.delete(oldest);
      }
      buckets.set(key, { tokens: tokens < 1 ? tokens : tokens - 1, at: now });
      return tokens < 1 ? Math.ceil((1 - tokens) / perMs / SECOND_MS) : null;
    },
    giveBack(key) {
      const bucket = buckets.get(key);
      if (bucket !== undefined) bucket.tokens = Math.min(capacity, bucket.tokens + 1);
    },
  };
}
