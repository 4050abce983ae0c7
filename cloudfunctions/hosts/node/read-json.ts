// Reads a request's body as JSON; what is too much is not even received.
import type { Context } from 'hono';
import { REQUEST_BYTES_MAX, type ReadText, readRequestBytes, tooLarge, unreadable } from '#server/hosts/wire/read-request';

/**
 * The bytes of a body, or null as soon as there are too many of them: what comes after is not read. A body of a stated length is
 * never longer than that, by HTTP, and is taken whole: as a stream it costs more than most actions.
 */
async function readBytes(request: Request): Promise<Uint8Array | null> {
  const stated = request.headers.get('content-length');
  if (stated !== null) return Number(stated) > REQUEST_BYTES_MAX ? null : new Uint8Array(await request.arrayBuffer());
  if (request.body === null) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(pieces);
    size += value.byteLength;
    if (size > REQUEST_BYTES_MAX) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
}

/** Reads the body. Only `application/json` is taken: a form of another site cannot send that without asking the browser first. */
export async function readJson(context: Context): Promise<ReadText> {
  const type = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') return unreadable('content-type', 'application_json');
  const bytes = await readBytes(context.req.raw);
  return bytes === null ? tooLarge : readRequestBytes(bytes);
}
