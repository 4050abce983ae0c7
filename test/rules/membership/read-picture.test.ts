// Which pictures can be shown: small JPEGs, with nothing in them but what is seen.
import { describe, expect, test } from 'vitest';
import { readPicture } from '#core/rules/membership/read-picture';
import { aJpeg, exif, frame, jfif, jpegOf, remark, type Segment } from '../../support/jpeg';

const sizeOf = (bytes: Uint8Array) => {
  const picture = readPicture(bytes);
  return picture && [picture.width, picture.height];
};

describe('a picture', () => {
  test.each([
    [132, 132],
    [16, 16],
    [132, 99],
  ])('of %i by %i pixels is read', (width, height) => {
    expect(sizeOf(aJpeg(width, height))).toEqual([width, height]);
  });

  test.each([
    [133, 132],
    [132, 133],
    [15, 132],
    [0, 0],
    [65_535, 65_535],
  ])('that says it has %i by %i pixels is not', (width, height) => {
    expect(readPicture(aJpeg(width, height))).toBeNull();
  });

  test('as a canvas writes it is kept byte for byte', () => {
    const bytes = aJpeg();
    expect(readPicture(bytes)?.bytes).toEqual(bytes);
  });

  test('loses where and when it was taken, remarks, and whatever follows it', () => {
    const page = [...'<script>alert(1)</script>'].map((character) => character.charCodeAt(0));
    const read = readPicture(aJpeg(132, 132, [exif, remark], page));
    expect(read?.bytes).toEqual(aJpeg());
    expect(Buffer.from(read?.bytes ?? []).toString('latin1')).not.toMatch(/GPS|anna|script/);
  });

  test('loses the small pictures that a camera hides beside how colours are meant', () => {
    const hidden = [...'seen before it was cut'].map((character) => character.charCodeAt(0));
    const [, start] = jfif;
    const thumbnail: Segment = [0xe0, [...start.slice(0, 12), 1, 7, ...hidden.slice(0, 21)]];
    const extension: Segment = [0xe0, [...[...'JFXX\0'].map((character) => character.charCodeAt(0)), 0x10, ...hidden]];
    const anything: Segment = [0xee, hidden];
    const read = readPicture(aJpeg(132, 132, [thumbnail, extension, anything]));
    expect(read?.bytes).toEqual(aJpeg());
  });

  test('keeps what Adobe says of its colours', () => {
    const adobe: Segment = [0xee, [...[...'Adobe'].map((character) => character.charCodeAt(0)), 0, 100, 0, 0, 0, 0, 1]];
    const bytes = aJpeg(132, 132, [adobe]);
    expect(readPicture(bytes)?.bytes).toEqual(bytes);
  });

  test.each([0xc0, 0xc1, 0xc2])('is read in the coding %i, and in no other', (kind) => {
    const [, ...rest] = [...aJpeg()];
    const coded = Uint8Array.from([0xff, ...rest.map((byte, at) => (byte === 0xc0 && rest[at - 1] === 0xff ? kind : byte))]);
    expect(sizeOf(coded)).toEqual([132, 132]);
    const other = coded.map((byte, at) => (byte === kind && coded[at - 1] === 0xff ? 0xc3 : byte));
    expect(readPicture(other)).toBeNull();
  });
});

describe('what is no picture', () => {
  const text = (words: string) => Uint8Array.from([...words].map((character) => character.charCodeAt(0)));
  test.each([
    ['nothing', new Uint8Array()],
    ['a text', text('not a picture')],
    ['a PNG', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['a GIF', text('GIF89a')],
    ['a JPEG without pixels', jpegOf([jfif, frame(132, 132)])],
    ['a JPEG of two frames', aJpeg(132, 132, [frame(10_000, 10_000)])],
    ['a JPEG that is cut off', aJpeg().slice(0, -2)],
    ['a JPEG cut inside of a segment', aJpeg().slice(0, 40)],
    ['a segment that is longer than the file', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 0])],
    ['a segment of no length', Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0, 0xff, 0xd9])],
  ])('%s is not read', (_what, bytes) => expect(readPicture(bytes)).toBeNull());
});
