// The collections as the store declares them, each with its indexes.
import { CLOUDBASE_COLLECTION, cloudBaseIndexes } from '#server/adapters/store-cloudbase/stored-document';
import type { WantedCollection } from './indexes-plan';

/** Every collection. */
export const wantedCollections: readonly WantedCollection[] = [
  { name: CLOUDBASE_COLLECTION, indexes: cloudBaseIndexes.filter(({ collection }) => collection === CLOUDBASE_COLLECTION) },
];
