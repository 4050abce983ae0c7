// Removes group proofs that were used long ago: nobody can present them a second time any more.
import { done } from '#core/rules/decision';
import type { ProofDocument } from '#core/tables';
import { batchesOf } from '#core/values/batches';
import { makeId } from '#core/values/ids';
import { DAY_MS } from '#core/values/instant';
import { defineJob, type JobItem, jobKey } from '#server/app/jobs/define-job';

/** A proof can be presented for minutes; a day is far beyond that. */
const KEPT_MS = DAY_MS;

/** How many proofs one decision removes: each is a document that it sees. */
const BATCH = 40;

/** How many such decisions there are at one look. */
const BATCHES = 5;

interface OldProofs extends JobItem {
  readonly digests: readonly string[];
}

export const forgetProofs = defineJob<OldProofs, unknown>({
  name: 'proofs',
  itemsMax: BATCHES,
  looksFor: 'group proofs that were used more than a day ago',
  async find({ store, communityId, now }) {
    const range = { prefix: [], until: now - KEPT_MS, order: 'ascending' } as const;
    const { documents } = await store.list('proof.byUsed', communityId, range, BATCH * BATCHES);
    const digests = (documents as unknown as readonly ProofDocument[]).map(({ id }) => id.slice(id.lastIndexOf('/') + 1));
    // Each named after its first proof, which is gone once it is done.
    return batchesOf(digests, BATCH).map((batch) => ({ key: jobKey('proofs', batch[0] ?? ''), digests: batch }));
  },
  documents: ({ digests }, { communityId }) => digests.map((digest) => makeId(communityId, 'proof', digest)),
  decide({ digests }, workspace, { now }) {
    const old = digests.filter((digest) => {
      const proof = workspace.find('proof', digest);
      return proof !== null && proof.usedAt <= now - KEPT_MS;
    });
    return done({ proofs: old.length }, old.length === 0 ? [] : [{ kind: 'proofs_forgotten', digests: old }]);
  },
});
