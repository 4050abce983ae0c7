// Reads a picture that somebody wants to show: a small JPEG and nothing but its pixels, whatever the phone says it is.

/** The longest side of a picture that is shown, in pixels: 44 on the screen, three times as sharp. */
export const PICTURE_SIDE_MAX = 132;

/** The shortest side that anybody could recognise. */
export const PICTURE_SIDE_MIN = 16;

/** The largest picture as base64, in characters. */
export const PICTURE_BASE64_MAX = 48 * 1024;

/** A picture that was understood. */
export interface ReadPicture {
  /** The file anew: what tells of place, time, camera or thumbnail is gone, and whatever followed the picture. */
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

const MARKER = 0xff;
const START_OF_IMAGE = 0xd8;
const END_OF_IMAGE = 0xd9;
const START_OF_SCAN = 0xda;

/** Frames with Huffman coding: baseline, extended and progressive. What else JPEG allows, no phone's canvas makes and few show. */
const FRAMES: ReadonlySet<number> = new Set([0xc0, 0xc1, 0xc2]);

/** Tables (DQT, DHT, DRI), frames and scans are the picture itself. */
const KEPT: ReadonlySet<number> = new Set([0xdb, 0xc4, 0xdd, START_OF_SCAN, ...FRAMES]);

/**
 * JFIF (APP0) and Adobe (APP14) say how colours are meant: their names, and how long such a segment is with its marker when it says that
 * and nothing else. JFIF has room for a small picture of the whole, as it was before it was cut, and either could hold anything.
 */
const COLOURS: Readonly<Record<number, { readonly name: string; readonly length: number }>> = {
  [0xe0]: { name: 'JFIF\0', length: 18 },
  [0xee]: { name: 'Adobe', length: 16 },
};

/** Where coded pixels end: at the next marker that is neither a filled byte nor a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    if (bytes[at] !== MARKER) continue;
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== MARKER && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return -1;
}

interface Segment {
  readonly kind: number;
  /** The bytes of the segment with its marker; after the start of a scan, the coded pixels too. */
  readonly from: number;
  readonly until: number;
}

/** The segment that begins at a place; null where no whole segment is. */
function segmentAt(bytes: Uint8Array, from: number): Segment | null {
  if (bytes[from] !== MARKER) return null;
  const kind = bytes[from + 1] ?? 0;
  const length = ((bytes[from + 2] ?? 0) << 8) | (bytes[from + 3] ?? 0);
  const end = from + 2 + length;
  if (length < 2 || end > bytes.length) return null;
  if (kind !== START_OF_SCAN) return { kind, from, until: end };
  const until = endOfScan(bytes, end);
  return until < 0 ? null : { kind, from, until };
}

/** Whether a segment is needed to see the picture as it is meant. */
function isKept(bytes: Uint8Array, { kind, from, until }: Segment): boolean {
  const colours = COLOURS[kind];
  if (colours === undefined) return KEPT.has(kind);
  const { name, length } = colours;
  return until - from === length && [...name].every((character, at) => bytes[from + 4 + at] === character.charCodeAt(0));
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function fits(side: number): boolean {
  return side >= PICTURE_SIDE_MIN && side <= PICTURE_SIDE_MAX;
}

/** Reads a picture; null when it is not a JPEG, is cut off, or is too small or too large to be shown. */
export function readPicture(bytes: Uint8Array): ReadPicture | null {
  if (bytes[0] !== MARKER || bytes[1] !== START_OF_IMAGE) return null;
  const parts = [bytes.subarray(0, 2)];
  let size: { readonly width: number; readonly height: number } | null = null;
  let scans = 0;
  let at = 2;
  while (!(bytes[at] === MARKER && bytes[at + 1] === END_OF_IMAGE)) {
    const segment = segmentAt(bytes, at);
    if (segment === null) return null;
    const { kind, from, until } = segment;
    if (FRAMES.has(kind)) {
      if (size !== null || until - from < 9) return null;
      const word = (place: number) => ((bytes[from + place] ?? 0) << 8) | (bytes[from + place + 1] ?? 0);
      size = { height: word(5), width: word(7) };
    }
    if (kind === START_OF_SCAN) scans += 1;
    if (isKept(bytes, segment)) parts.push(bytes.subarray(from, until));
    at = until;
  }
  if (size === null || scans === 0 || !fits(size.width) || !fits(size.height)) return null;
  parts.push(bytes.subarray(at, at + 2));
  return { bytes: join(parts), ...size };
}
