// Reads the text of a request the same way on every host: bounded, JSON, and without keys that reach into prototypes.
import type { Denial } from '#core/refusals';

/** The largest request, in bytes of UTF-8. */
export const REQUEST_BYTES_MAX = 256 * 1024;

/** What a text holds, or the denial that answers it. */
export type ReadText = { readonly body: unknown } | { readonly denial: Denial };

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** Whether a text may hold such a key, as it is or spelled with escapes: only then is every key of it looked at. */
const SUSPICIOUS = new RegExp([...FORBIDDEN_KEYS, '\\\\'].join('|'));

const decoder = new TextDecoder('utf-8', { fatal: true });

/** A denial of something that cannot be understood. */
export function unreadable(path: string, problem: string): { readonly denial: Denial } {
  return { denial: { code: 'invalid_input', data: { path, problem } } };
}

/** The denial of a request that is too large. */
export const tooLarge: { readonly denial: Denial } = { denial: { code: 'too_large', data: { bytesMax: REQUEST_BYTES_MAX } } };

/** Reads bytes as JSON. */
export function readRequestBytes(bytes: Uint8Array): ReadText {
  if (bytes.byteLength > REQUEST_BYTES_MAX) return tooLarge;
  try {
    const text = decoder.decode(bytes);
    if (!SUSPICIOUS.test(text)) return { body: JSON.parse(text) };
    let forbidden = false;
    const body: unknown = JSON.parse(text, (key, value: unknown) => {
      if (FORBIDDEN_KEYS.has(key)) forbidden = true;
      return value;
    });
    return forbidden ? unreadable('', 'forbidden_key') : { body };
  } catch {
    return unreadable('', 'not_json');
  }
}
