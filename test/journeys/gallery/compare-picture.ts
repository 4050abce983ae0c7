// Compares a picture with the one that was approved, and keeps approved ones small.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import pixelmatch from 'pixelmatch';
import sharp from 'sharp';

/** Where approved pictures lie. */
const approvedFolder = resolve(__dirname, '..', '..', 'approved');
const artifacts = resolve(__dirname, '..', '..', 'artifacts', 'pictures');

/** How far a pixel's colour may be from the approved one, from 0 to 1: what a palette and another processor's rounding make of it. */
const COLOUR_TOLERANCE = 0.12;

/** How many of a thousand pixels may differ more. */
const PER_THOUSAND = 1;

/** So few colours move no pixel further than the tolerance, but for one in two thousand, and halve the files. */
const PALETTE = { palette: true, colours: 16, dither: 0, compressionLevel: 9, effort: 10 } as const;

interface Raw {
  readonly data: Buffer;
  readonly width: number;
  readonly height: number;
}

async function rawOf(picture: Buffer | string): Promise<Raw> {
  const { data, info } = await sharp(picture).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

const isApproved = (name: string): boolean => existsSync(join(approvedFolder, `${name}.png`));

/** Approves a picture. */
export async function approve(name: string, picture: Buffer): Promise<void> {
  await mkdir(approvedFolder, { recursive: true });
  await writeFile(join(approvedFolder, `${name}.png`), await sharp(picture).png(PALETTE).toBuffer());
}

/** Takes away approved pictures of other names. */
export async function takeAwayOthers(names: readonly string[]): Promise<void> {
  const listed = new Set(names.map((name) => `${name}.png`));
  for (const file of await readdir(approvedFolder)) if (!listed.has(file)) await rm(join(approvedFolder, file));
}

async function showDifference(name: string, approved: Buffer | string, actual: Buffer, difference: Buffer, { width, height }: Raw) {
  await mkdir(artifacts, { recursive: true });
  const path = join(artifacts, `${name}.png`);
  const gap = 16;
  const paper = { width: width * 3 + gap * 2, height, channels: 4, background: '#888888' } as const;
  const pictures = [
    approved,
    actual,
    await sharp(difference, { raw: { width, height, channels: 4 } })
      .png()
      .toBuffer(),
  ];
  const side = pictures.map((input, index) => ({ input, left: index * (width + gap), top: 0 }));
  await sharp({ create: paper }).composite(side).png().toFile(path);
  return path;
}

/**
 * Compares a picture with the approved one of the name.
 * @returns what is wrong, with the path of a picture of approved, actual and difference next to each other; null when they are alike
 */
export async function differenceFrom(name: string, picture: Buffer): Promise<string | null> {
  const how = 'If it is meant to be so, approve it with `npm run pictures`.';
  if (!isApproved(name)) return `${name} has no approved picture. ${how}`;
  const approvedPath = join(approvedFolder, `${name}.png`);
  const [approved, actual] = await Promise.all([rawOf(approvedPath), rawOf(picture)]);
  const { width, height } = actual;
  if (approved.width !== width || approved.height !== height) {
    return `${name} is ${width} by ${height}, and ${approved.width} by ${approved.height} was approved. ${how}`;
  }
  const difference = Buffer.alloc(width * height * 4);
  const differing = pixelmatch(approved.data, actual.data, difference, width, height, { threshold: COLOUR_TOLERANCE });
  const perThousand = (differing * 1_000) / (width * height);
  if (perThousand <= PER_THOUSAND) return null;
  const path = await showDifference(name, approvedPath, picture, difference, actual);
  return `${name} differs in ${perThousand.toFixed(1)} of 1000 pixels: see approved, actual and difference in ${path}. ${how}`;
}
