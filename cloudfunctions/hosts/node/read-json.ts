// Reads a request's body as JSON, bounded and without keys that reach into prototypes.
import type { Context } from 'hono';
import type { Denial } from '#core/refusals';

/** The largest body that any request may have. */
export const BODY_BYTES_MAX = 256 * 1024;

/** A body, or the denial that answers it. */
export type JsonBody = { readonly body: unknown } | { readonly denial: Denial };

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

function invalid(path: string, problem: string): JsonBody {
  return { denial: { code: 'invalid_input', data: { path, problem } } };
}

/** The bytes of a body, or null as soon as there are too many of them: what comes after is not read. */
async function readBytes(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get('content-length') ?? 0) > BODY_BYTES_MAX) return null;
  if (request.body === null) return new Uint8Array();
  const pieces: Uint8Array[] = [];
  let size = 0;
  const reader: ReadableStreamDefaultReader<Uint8Array> = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(pieces);
    size += value.byteLength;
    if (size > BODY_BYTES_MAX) {
      await reader.cancel();
      return null;
    }
    pieces.push(value);
  }
}

/** Reads the body. Only `application/json` is taken: a form of another site cannot send that without asking the browser first. */
export async function readJson(context: Context): Promise<JsonBody> {
  const type = context.req.header('content-type')?.split(';', 1)[0]?.trim().toLowerCase();
  if (type !== 'application/json') return invalid('content-type', 'application_json');
  const bytes = await readBytes(context.req.raw);
  if (bytes === null) return { denial: { code: 'too_large', data: { bytesMax: BODY_BYTES_MAX } } };
  let forbidden = false;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const body: unknown = JSON.parse(text, (key, value: unknown) => {
      if (FORBIDDEN_KEYS.has(key)) forbidden = true;
      return value;
    });
    return forbidden ? invalid('', 'forbidden_key') : { body };
  } catch {
    return invalid('', 'not_json');
  }
}
