// The playground's group proof: what its chat hands to a person who taps a card, made and checked as strictly as WeChat's.
import { createHash } from 'node:crypto';
import { isIdPart } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { sameText, signature } from '#server/adapters/signing/sign';
import type { Dice } from '#server/ports/dice';
import { type GroupProof, PROOF_LIFE_MS } from '#server/ports/group-proof';

/** The group proof port, and the issuing of proofs by the chat. */
export interface PlaygroundGroupProof extends GroupProof {
  /** A proof that this person is in this group at this moment; the issuer must have looked. */
  issue(groupId: string, personKey: string, now: Instant): string;
}

const PROOF = /^([A-Za-z0-9_.-]{1,64})~(\d{1,16})~([a-z2-7]{16})~([A-Za-z0-9_-]{32})$/;

/** Creates the playground's group proof: `group~issuedAt~nonce~signature`, signed together with the person's key. */
export function createPlaygroundGroupProof(secret: string, dice: Dice): PlaygroundGroupProof {
  const sign = (groupId: string, personKey: string, issuedAt: string, nonce: string) =>
    signature(secret, 'group-proof', groupId, personKey, issuedAt, nonce);

  return {
    issue(groupId, personKey, now) {
      if (!isIdPart(groupId)) throw new RangeError('not usable as a group id');
      const nonce = dice.id(16);
      return `${groupId}~${now}~${nonce}~${sign(groupId, personKey, String(now), nonce)}`;
    },
    async check(proof, personKey, now) {
      const match = PROOF.exec(proof);
      if (match === null) return 'invalid';
      const [, groupId = '', issuedAt = '', nonce = '', signed = ''] = match;
      if (!sameText(signed, sign(groupId, personKey, issuedAt, nonce))) return 'invalid';
      if (now - Number(issuedAt) >= PROOF_LIFE_MS) return 'expired';
      return { groupId, digest: createHash('sha256').update(proof).digest('hex') };
    },
  };
}
