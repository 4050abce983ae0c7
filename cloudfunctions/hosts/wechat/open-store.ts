// Opens the store of a cloud function, and watches it for refused signatures.
import { createPostgresStore } from '#server/adapters/store-postgres/create-postgres-store';
import { isSignatureError } from '#server/hosts/wechat/warm';
import { Fault } from '#server/ports/fault';
import type { Store } from '#server/ports/store';

/** An instance serves one request at a time: one connection to write, and so the database has room for many instances. */
const LANES = 1;

/** Opens it. @throws Fault('not_configured') that says which variable is missing */
export async function openStore(): Promise<Store> {
  const url = process.env.DATABASE_URL;
  if (url === undefined || url === '') {
    throw new Fault(
      'not_configured',
      'Set the environment variable DATABASE_URL of this cloud function to the address of a PostgreSQL server.',
    );
  }
  return createPostgresStore({ url, lanes: LANES });
}

/** The same store, which tells when a signature is refused: the caller opens another, with the credentials of that moment. */
export function watchSignatures(store: Store, onRefused: () => void): Store {
  const watched =
    <Given extends readonly unknown[], Answer>(ask: (...given: Given) => Promise<Answer>) =>
    async (...given: Given): Promise<Answer> => {
      try {
        return await ask(...given);
      } catch (error) {
        if (isSignatureError(error)) onRefused();
        throw error;
      }
    };
  return {
    name: store.name,
    read: watched(store.read),
    list: watched(store.list),
    rank: watched(store.rank),
    top: watched(store.top),
    around: watched(store.around),
    count: watched(store.count),
    decide: watched(store.decide) as Store['decide'],
    ping: watched(store.ping),
    close: store.close,
  };
}
