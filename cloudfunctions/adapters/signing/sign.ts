// Keyed digests in the alphabets that ids and tokens use, and their comparison in constant time.
import { createHmac, createSecretKey, type KeyObject, timingSafeEqual } from 'node:crypto';

const BASE32 = 'abcdefghijklmnopqrstuvwxyz234567';

/** The secrets of this process as keys: made of a text anew each time, they take as long as what is signed with them. */
const keys = new Map<string, KeyObject>();
const KEYS_MAX = 100;

function keyOf(secret: string): KeyObject {
  const known = keys.get(secret);
  if (known !== undefined) return known;
  if (keys.size >= KEYS_MAX) keys.clear();
  const key = createSecretKey(secret, 'utf8');
  keys.set(secret, key);
  return key;
}

/** The HMAC-SHA256 of a text. */
export function hmacOf(secret: string, text: string): Buffer {
  return createHmac('sha256', keyOf(secret)).update(text).digest();
}

/** The HMAC-SHA256 of the parts. Parts are joined by a character that none of them may hold, so that no two lists sign alike. */
export function keyedDigest(secret: string, ...parts: readonly string[]): Buffer {
  if (parts.some((part) => part.includes('\n'))) throw new RangeError('a signed part may not hold a line break');
  return hmacOf(secret, parts.join('\n'));
}

/** A signature as 32 characters of base64url: 192 bits, short enough for a code that is scanned. */
export function signature(secret: string, ...parts: readonly string[]): string {
  return keyedDigest(secret, ...parts)
    .toString('base64url')
    .slice(0, 32);
}

/**
 * Whether two texts are equal, in a time that tells nothing about where they differ; that one is longer than the other is no
 * secret. The text itself is compared, never its decoded bytes: so a signature has one spelling only.
 */
export function sameText(given: string, expected: string): boolean {
  const left = Buffer.from(given, 'utf8');
  const right = Buffer.from(expected, 'utf8');
  return left.length === right.length && timingSafeEqual(left, right);
}

/** The first `length` characters of bytes as lower-case base32 (`a-z2-7`). */
export function toBase32(bytes: Uint8Array, length: number): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && text.length < length) {
      bits -= 5;
      text += BASE32.charAt((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  if (text.length < length) throw new RangeError(`too few bytes for ${length} characters`);
  return text;
}
