// CloudBase stores that each leave out one thing that keeps decisions apart or counts them once; the scenarios must catch every one.
import type { CloudBaseDatabase, CloudBaseTransaction } from '#server/adapters/store-cloudbase/cloudbase-database';
import type { Stored, Token } from '#server/adapters/store-cloudbase/stored-document';

/** A way to break the store, by what reaches the database. */
export interface CloudBaseSabotage {
  readonly name: string;
  breakIt(database: CloudBaseDatabase): CloudBaseDatabase;
}

type Inserted = Stored | Token;

const isToken = (inserted: Inserted): inserted is Token => !('v' in inserted);
const isVacant = (inserted: Inserted): boolean => 'v' in inserted && inserted.d === undefined && inserted.rows === undefined;

/** Changes transactions on their way to the database. */
function inTransactions(
  database: CloudBaseDatabase,
  change: (transaction: CloudBaseTransaction) => Partial<CloudBaseTransaction>,
): CloudBaseDatabase {
  return {
    ...database,
    async begin() {
      const transaction = await database.begin();
      return { ...transaction, ...change(transaction) };
    },
  };
}

/** Inserts only some of what is to be inserted. */
function inserting(database: CloudBaseDatabase, keep: (inserted: Inserted) => boolean): CloudBaseDatabase {
  return inTransactions(database, (transaction) => ({
    add: (list) => {
      const kept = list.filter(keep);
      return kept.length > 0 ? transaction.add(kept) : Promise.resolve();
    },
  }));
}

/** Holds back everything until the commit, when it is known which documents were only touched, and leaves their tokens out. */
function withoutTouches(transaction: CloudBaseTransaction): Partial<CloudBaseTransaction> {
  let inserts: readonly Inserted[] = [];
  const writes: (() => Promise<void>)[] = [];
  const touched: string[] = [];
  return {
    async add(list) {
      inserts = list;
    },
    async set(id, content) {
      writes.push(() => transaction.set(id, content));
    },
    async update(id) {
      touched.push(`~${id}~`);
    },
    async commit() {
      const isOfTouch = (inserted: Inserted): boolean => isToken(inserted) && touched.some((start) => inserted._id.startsWith(start));
      await transaction.add(inserts.filter((inserted) => !isOfTouch(inserted)));
      for (const write of writes) await write();
      await transaction.commit();
    },
  };
}

export const cloudBaseSabotages: readonly CloudBaseSabotage[] = [
  { name: 'uses up no versions', breakIt: (database) => inserting(database, (inserted) => !isToken(inserted)) },
  { name: 'touches nothing that it only looked at', breakIt: (database) => inTransactions(database, withoutTouches) },
  { name: 'leaves no trace of what it found absent', breakIt: (database) => inserting(database, (inserted) => !isVacant(inserted)) },
  {
    name: 'does not know its own writes again after a lost answer',
    breakIt: (database) => ({
      ...database,
      find: async (query) => (await database.find(query)).map((stored) => ({ ...stored, n: 'somebody' })),
    }),
  },
  {
    name: 'leaves transactions open that could not go on',
    breakIt: (database) => inTransactions(database, () => ({ abort: async () => undefined })),
  },
  {
    name: 'reads document by document, so that a reading is no moment',
    breakIt: (database) => ({
      ...database,
      async find(query) {
        const ids = query.where['_id'];
        if (typeof ids !== 'object' || !('in' in ids)) return database.find(query);
        const found: Stored[] = [];
        for (const id of ids.in) found.push(...(await database.find({ ...query, where: { _id: id } })));
        return found;
      },
    }),
  },
];
