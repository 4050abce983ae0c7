// Pages of declared indexes on CloudBase: one query over one field, whose values end in the id and so order everything.
import type { CloudBaseDatabase, Condition } from '#server/adapters/store-cloudbase/cloudbase-database';
import type { Stored } from '#server/adapters/store-cloudbase/stored-document';
import type { PageReader } from '#server/adapters/store-lane/lane-list';

/** What lies behind all ids of a community: the character after the `/` that ends its part of an id. */
const BEHIND = '0';

/** Reads pages with a function that asks queries until they are answered. */
export function createCloudBasePages(find: CloudBaseDatabase['find']): PageReader {
  return {
    async page(interval, descending, limit, after) {
      const field = interval.slot === null ? 'o' : (`k${interval.slot}` as const);
      const { from, before } = interval;
      const place = after === null ? null : after.key + after.id;
      let range: Condition = { from, before };
      if (place !== null) range = descending ? { from, before: place } : { after: place, before };
      const found = await find({ where: { [field]: range }, order: { field, descending }, limit, fields: ['d', field] });
      return found.map((stored: Stored) => {
        const entry = stored[field] ?? '';
        return { key: entry.slice(0, entry.length - stored._id.length), id: stored._id, text: stored.d ?? '' };
      });
    },
    async communities() {
      const communities: string[] = [];
      // Only operators' tools ask, and an installation has few: from the first id of each community to the first behind it.
      for (let from = ''; ; ) {
        const where = { _id: { from, before: '~' } };
        const [first] = await find({ where, order: { field: '_id', descending: false }, limit: 1, fields: ['v'] });
        if (first === undefined) return communities;
        const community = first._id.slice(0, first._id.indexOf('/'));
        communities.push(community);
        from = community + BEHIND;
      }
    },
  };
}
