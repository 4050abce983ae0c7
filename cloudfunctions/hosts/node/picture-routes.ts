// Serves the pictures that people show: small, never changed under one address, and gone from here as soon as they are taken back.
import type { Hono } from 'hono';
import { type DocumentPictures, PICTURES_PATH } from '#server/adapters/pictures-documents/document-pictures';

/** A browser asks again after an hour, so that a picture that was taken back does not stay for long. */
const KEEP_SECONDS = 3_600;

/** Adds the route; there is no list of pictures and nothing else below it. */
export function addPictures(http: Hono, pictures: DocumentPictures): void {
  http.get(`${PICTURES_PATH}/:community/:picture`, async (context) => {
    const { community, picture } = context.req.param();
    const served = await pictures.read(community, picture);
    if (served === null) return context.text('Not found', 404);
    const etag = `"${picture}"`;
    const headers = { 'content-type': served.contentType, 'cache-control': `private, max-age=${KEEP_SECONDS}`, etag };
    if (context.req.header('if-none-match') === etag) return context.body(null, 304, headers);
    return context.body(served.bytes, 200, headers);
  });
}
