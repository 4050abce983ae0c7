// Opens the store of a cloud function: the document database of the environment that it runs in.
import { type CloudBaseStore, createCloudBaseStore } from '#server/adapters/store-cloudbase/create-cloudbase-store';
import { isSignatureError } from '#server/hosts/wechat/warm';
import type { Store } from '#server/ports/store';

/** Opens it, with the credentials that the instance has at this moment. Nothing is sent before the first question. */
export async function openStore(): Promise<CloudBaseStore> {
  return createCloudBaseStore();
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
