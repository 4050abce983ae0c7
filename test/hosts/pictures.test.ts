// Pictures on a server of one's own: kept byte for byte, served with their type and nothing else, gone when they are taken back.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocumentPictures } from '#server/adapters/pictures-documents/document-pictures';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { DOCUMENT_BYTES_MAX } from '#server/ports/store';
import { aJpeg, base64Of } from '../support/jpeg';
import { ask, communityInput, signIn, startTestServer } from './node-host';

const picture = { communityId: 'c1', pictureId: 'p1', contentType: 'image/jpeg', bytes: aJpeg() } as const;

describe('pictures as documents', () => {
  it('are given back byte for byte until they are removed, in one place however often they are kept', async () => {
    const pictures = createDocumentPictures(createMemoryStore());
    const address = await pictures.keep(picture);
    expect(await pictures.read('c1', 'p1')).toEqual({ contentType: 'image/jpeg', bytes: new Uint8Array(aJpeg()) });
    expect(await pictures.keep({ ...picture, bytes: aJpeg(99, 99) })).toBe(address);
    expect((await pictures.read('c1', 'p1'))?.bytes).toEqual(new Uint8Array(aJpeg(99, 99)));
    await pictures.remove(address);
    await pictures.remove(address);
    expect(await pictures.read('c1', 'p1')).toBeNull();
  });

  it('are shown under the address of the server, where a phone is no page of it', async () => {
    const store = createMemoryStore();
    expect(createDocumentPictures(store).show('c1/p1')).toBe('/pictures/c1/p1');
    expect(createDocumentPictures(store, 'https://shop.example').show('c1/p1')).toBe('https://shop.example/pictures/c1/p1');
  });

  it('fit into a document, the largest of them', async () => {
    const bytes = new Uint8Array(36 * 1024).fill(255);
    const pictures = createDocumentPictures(createMemoryStore());
    await pictures.keep({ ...picture, bytes });
    expect((await pictures.read('c1', 'p1'))?.bytes).toEqual(bytes);
    expect(Math.ceil((bytes.length * 4) / 3)).toBeLessThan(DOCUMENT_BYTES_MAX / 4);
  });
});

describe('the server', () => {
  let server: Awaited<ReturnType<typeof startTestServer>>;
  let owner: Readonly<Record<string, string>>;
  let communityId: string;

  const api = async (action: string, input: object, requestId?: string) => {
    const answer = await ask(server.origin, `/api/${action}`, { body: { input, requestId }, headers: owner });
    return answer.json?.['value'] as Record<string, unknown>;
  };
  const get = (path: string, headers = {}) => ask(server.origin, path, { method: 'GET', headers });

  beforeAll(async () => {
    server = await startTestServer({ DEMO: '1' });
    owner = await signIn(server.origin, 'owner');
    communityId = String((await api('community.create', communityInput, 'create-0001'))['communityId']);
  });
  afterAll(() => server.stop());

  /** Shows a picture that the owner's look lets through, and answers with where it is. */
  async function show(requestId: string): Promise<string> {
    expect(await api('membership.showAvatar', { communityId, picture: base64Of(aJpeg()) }, requestId)).toEqual({ state: 'waiting' });
    const { waiting } = (await api('moderation.queue', { communityId })) as unknown as {
      waiting: { person: { memberId: string }; picture: { since: number; source: string } }[];
    };
    const [row] = waiting;
    if (row === undefined) throw new Error('nothing waits');
    const input = { communityId, memberId: row.person.memberId, shown: 'picture', since: row.picture.since, refusal: null };
    await api('moderation.decide', input, `${requestId}-look`);
    return row.picture.source;
  }

  it('serves a picture with its type, for a while, and only as a picture', async () => {
    const source = await show('avatar-0001');
    const answer = await get(source);
    expect(answer.status).toBe(200);
    expect(answer.headers).toMatchObject({
      'content-type': 'image/jpeg',
      'cache-control': 'private, max-age=3600',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
    });
    expect((await get(source, { 'if-none-match': String(answer.headers.etag) })).status).toBe(304);
  });

  it('serves it no longer once it is taken back', async () => {
    const source = await show('avatar-0002');
    await api('membership.showAvatar', { communityId, picture: null }, 'avatar-0003');
    expect((await get(source)).status).toBe(404);
  });

  it('serves nothing else from there', async () => {
    const paths = ['/pictures/', `/pictures/${communityId}`, `/pictures/${communityId}/community`, '/pictures/_system/pepper'];
    const odd = [`/pictures/${communityId}/..%2f..%2fsecret`, '/pictures/%2e%2e/x', `/pictures/${communityId}/${'x'.repeat(500)}`];
    for (const path of [...paths, ...odd]) {
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });
});
