// The group proof port: what shows that a person is in a group right now.
import { type Instant, SECOND_MS } from '#core/values/instant';

/** A proof that was understood: the group, and a digest under which its use is recorded. */
export interface CheckedProof {
  readonly groupId: string;
  readonly digest: string;
}

/**
 * Laws: only a proof made by the platform for this very person is accepted; it lives for PROOF_LIFE_MS; the digest is the same
 * whenever the same proof is presented (the application keeps it and refuses a second use by anyone).
 */
export interface GroupProof {
  check(proof: string, personKey: string, now: Instant): Promise<CheckedProof | 'invalid' | 'expired'>;
}

/** How long a proof can be presented after it was made: five minutes, as WeChat's own. */
export const PROOF_LIFE_MS = 5 * 60 * 1000;

/** How far a platform's clock may be ahead of ours. */
export const PROOF_CLOCK_SKEW_MS = 60 * SECOND_MS;
