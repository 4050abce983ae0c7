// Takes the digests of places off the accounts that joined long enough ago: nobody looks at them any more.
import { done } from '#core/rules/decision';
import { LOOK_DAYS } from '#core/rules/risk/notice';
import type { IdentityDocument } from '#core/tables';
import { batchesOf } from '#core/values/batches';
import { makeId } from '#core/values/ids';
import { DAY_MS } from '#core/values/instant';
import { defineJob, type JobItem, jobKey } from '#server/app/jobs/define-job';

const KEPT_MS = LOOK_DAYS * DAY_MS;

/** How many accounts one decision goes through: each is a document that it sees. */
const BATCH = 40;

/** How many such decisions there are at one look. */
const BATCHES = 5;

interface OldPlaces extends JobItem {
  readonly memberIds: readonly string[];
}

export const forgetPlaces = defineJob<OldPlaces, unknown>({
  name: 'places',
  itemsMax: BATCHES,
  looksFor: 'accounts that joined more than two weeks ago and still bear the digest of a place',
  async find({ store, communityId, now }) {
    const range = { prefix: [], until: now - KEPT_MS, order: 'ascending' } as const;
    const { documents } = await store.list('identity.byPlaced', communityId, range, BATCH * BATCHES);
    const accounts = documents as unknown as readonly IdentityDocument[];
    // Each named after its first account and the joining, which is forgotten once it is done.
    return batchesOf(accounts, BATCH).map((batch) => ({
      key: jobKey('places', batch[0]?.memberId ?? '', String(batch[0]?.placedAt ?? 0)),
      memberIds: batch.map(({ memberId }) => memberId),
    }));
  },
  documents: ({ memberIds }, { communityId }) => memberIds.map((memberId) => makeId(communityId, 'identity', memberId)),
  decide({ memberIds }, workspace, { now }) {
    const old = memberIds.filter((memberId) => {
      const placedAt = workspace.find('identity', memberId)?.placedAt;
      return placedAt !== undefined && placedAt <= now - KEPT_MS;
    });
    return done({ places: old.length }, old.length === 0 ? [] : [{ kind: 'places_forgotten', memberIds: old }]);
  },
});
