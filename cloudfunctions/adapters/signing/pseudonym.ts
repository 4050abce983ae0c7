// The pseudonymous member id: the same on every host of an installation, unrelated between communities.
import { keyedDigest, toBase32 } from '#server/adapters/signing/sign';

const MEMBER_ID_LENGTH = 16;

/** The member id of a person in a community: 16 characters of `a-z2-7`, which nobody without the pepper can lead back to the person. */
export function pseudonymOf(pepper: string, communityId: string, personKey: string): string {
  return toBase32(keyedDigest(pepper, 'member', communityId, personKey), MEMBER_ID_LENGTH);
}
