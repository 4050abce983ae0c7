// Pictures as documents of the installation's own store, each by itself; the Node host serves them.
import type { PictureDocument } from '#core/tables';
import { isIdPart, makeId } from '#core/values/ids';
import type { Pictures } from '#server/ports/pictures';
import type { Store } from '#server/ports/store';

/** Where the host serves pictures: `/pictures/{community}/{picture}`. */
export const PICTURES_PATH = '/pictures';

/** A picture with its type, as the host sends it. */
export interface ServedPicture {
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The pictures port, and the reading for the host that serves them. */
export interface DocumentPictures extends Pictures {
  read(communityId: string, pictureId: string): Promise<ServedPicture | null>;
}

function idOf(address: string): string {
  const [communityId = '', pictureId = ''] = address.split('/');
  return makeId(communityId, 'picture', pictureId);
}

/** Creates the port. `origin` stands before the path for phones that are not pages of this server; empty for those that are. */
export function createDocumentPictures(store: Store, origin = ''): DocumentPictures {
  return {
    async keep({ communityId, pictureId, contentType, bytes }) {
      const id = makeId(communityId, 'picture', pictureId);
      const document: PictureDocument = { id, contentType, base64: Buffer.from(bytes).toString('base64') };
      await store.decide([id], (documents) => {
        const kind = documents.has(id) ? 'put' : 'insert';
        return { reply: null, writes: [{ kind, document: { ...document } }] };
      });
      return `${communityId}/${pictureId}`;
    },
    async remove(address) {
      const id = idOf(address);
      await store.decide([id], (documents) => ({ reply: null, writes: documents.has(id) ? [{ kind: 'remove', id }] : [] }));
    },
    show: (address) => `${origin}${PICTURES_PATH}/${address}`,
    async read(communityId, pictureId) {
      if (!isIdPart(communityId) || !isIdPart(pictureId)) return null;
      const id = makeId(communityId, 'picture', pictureId);
      const document = (await store.read([id])).get(id) as PictureDocument | undefined;
      if (document === undefined) return null;
      return { contentType: document.contentType, bytes: new Uint8Array(Buffer.from(document.base64, 'base64')) };
    },
  };
}
