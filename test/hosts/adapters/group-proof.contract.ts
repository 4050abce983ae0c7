// The laws of the group proof port as one suite: the playground's chat and both ways of WeChat run all of it.
import { describe, expect, it } from 'vitest';
import type { Instant } from '#core/values/instant';
import { type CheckedProof, PROOF_LIFE_MS } from '#server/ports/group-proof';

/** A platform that issues proofs, and the adapter that checks them. */
export interface ProofSubject {
  readonly name: string;
  /** What the platform hands to a person who stands in a group at this moment. */
  issue(groupId: string, personKey: string, now: Instant): string;
  /** Presents a proof as the phone of this person does. */
  present(proof: string, personKey: string, now: Instant): Promise<CheckedProof | 'invalid' | 'expired'>;
  /** Texts that somebody without the platform's means could make from a true proof. */
  forgeries(proof: string): readonly string[];
}

/** A whole second: WeChat's watermarks know nothing smaller. */
const now = Date.UTC(2026, 2, 1, 12);

/** Runs the laws against a platform. */
export function groupProofContract(subject: ProofSubject): void {
  describe(`${subject.name}: a group proof`, () => {
    const issue = () => subject.issue('tGarden', 'wechat:oAnna', now);

    it('names the group and always has the same digest, until the last millisecond of five minutes', async () => {
      const proof = issue();
      const first = await subject.present(proof, 'wechat:oAnna', now);
      expect(first).toEqual({ groupId: 'tGarden', digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
      expect(await subject.present(proof, 'wechat:oAnna', now + PROOF_LIFE_MS - 1)).toEqual(first);
      expect(await subject.present(proof, 'wechat:oAnna', now + PROOF_LIFE_MS)).toBe('expired');
    });

    it('is worth nothing in the hands of another person', async () => {
      expect(await subject.present(issue(), 'wechat:oBert', now)).toBe('invalid');
    });

    it('differs each time it is issued, so that each is used once', async () => {
      const [one, other] = [issue(), issue()];
      const digests = [await subject.present(one, 'wechat:oAnna', now), await subject.present(other, 'wechat:oAnna', now)].map(
        (checked) => (checked as CheckedProof).digest,
      );
      expect(new Set(digests).size).toBe(2);
    });

    it('cannot be forged or altered', async () => {
      const proof = issue();
      const forgeries = ['', 'tGarden', '{}', 'null', '[]', proof.slice(0, -1), ...subject.forgeries(proof)];
      for (const forgery of forgeries) expect([forgery, await subject.present(forgery, 'wechat:oAnna', now)]).toEqual([forgery, 'invalid']);
    });

    it('written in another way is either not believed or the same proof', async () => {
      const proof = issue();
      const itself = await subject.present(proof, 'wechat:oAnna', now);
      for (const spelling of [`${proof}=`, ` ${proof}`, `${proof}\n`, proof.replaceAll('=', '')]) {
        expect(['invalid', itself]).toContainEqual(await subject.present(spelling, 'wechat:oAnna', now));
      }
    });
  });
}
