// One step of a recorded day, as it is played to any host.
import type { Instant } from '#core/values/instant';

/** A request of somebody, or the timer that fires. */
export type RecordedStep =
  | { readonly kind: 'timer'; readonly at: Instant }
  | {
      readonly kind: 'request';
      readonly at: Instant;
      /** The OPENID of the caller; null for a call that nobody has signed in. */
      readonly who: string | null;
      readonly action: string;
      /** With PROOF in the place of a group proof, which each host's phone gets in another way. */
      readonly input: unknown;
      readonly requestId?: unknown;
      /** The group in which the phone stands that sends PROOF. */
      readonly groupId?: string;
    };

/** Stands in a recorded input for the group proof. */
export const PROOF = '@proof';

/** The same input with a real proof. */
export function withProof(input: unknown, proof: string): unknown {
  if (input === PROOF) return proof;
  if (Array.isArray(input) || typeof input !== 'object' || input === null) return input;
  return Object.fromEntries(Object.entries(input).map(([name, value]) => [name, withProof(value, proof)]));
}
