// JPEG files as a camera or a canvas writes them, segment by segment; their pixels are only as coded bytes look, not a picture.

/** One segment: its marker's second byte and what it holds. */
export type Segment = readonly [kind: number, body: readonly number[]];

const bytesOf = ([kind, body]: Segment) => [0xff, kind, (body.length + 2) >> 8, (body.length + 2) & 255, ...body];

const text = (words: string) => [...words].map((character) => character.charCodeAt(0));

/** What a canvas writes at the start. */
export const jfif: Segment = [0xe0, [...text('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0]];

/** What a camera adds: where and when it was taken. */
export const exif: Segment = [0xe1, [...text('Exif\0\0'), ...text('GPS 31.2304 N 121.4737 E')]];

/** A remark. */
export const remark: Segment = [0xfe, text('taken by anna')];

const word = (value: number) => [value >> 8, value & 255];

/** A frame of that size; the kind is baseline unless it is said. */
export function frame(width: number, height: number, kind = 0xc0): Segment {
  return [kind, [8, ...word(height), ...word(width), 1, 1, 0x11, 0]];
}

const table: Segment = [0xdb, [0, ...Array.from({ length: 64 }, () => 1)]];
const scan: Segment = [0xda, [1, 1, 0, 0, 63, 0]];
/** Coded pixels, with a filled byte and a restart in them: neither ends the scan. */
const pixels = [0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56];

/** A whole file of these segments; `tail` stands after its end. */
export function jpegOf(segments: readonly Segment[], tail: readonly number[] = []): Uint8Array {
  return Uint8Array.from([0xff, 0xd8, ...segments.flatMap(bytesOf), 0xff, 0xd9, ...tail]);
}

/** The segments of a picture of one scan. */
export function pictureSegments(width = 132, height = 132): readonly Segment[] {
  return [jfif, table, frame(width, height)];
}

/** A picture of that size, as a canvas writes it. */
export function aJpeg(width = 132, height = 132, more: readonly Segment[] = [], tail: readonly number[] = []): Uint8Array {
  const head = [...pictureSegments(width, height), ...more].flatMap(bytesOf);
  return Uint8Array.from([0xff, 0xd8, ...head, ...bytesOf(scan), ...pixels, 0xff, 0xd9, ...tail]);
}

/** The same as base64, as a phone sends it. */
export function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
