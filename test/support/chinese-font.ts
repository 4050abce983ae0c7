// Gives browsers of tests the same fonts on every machine, so that pictures are legible and text is as wide everywhere, also in a canvas.
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import decompress from 'woff2-encoder/decompress';

const root = resolve(__dirname, '..', '..');
const fontPackage = join(root, 'node_modules/@fontsource-variable/noto-sans-sc');

/** The font that the app's own list names for Chinese; test machines do not have it, so ours takes its name. */
const nameInApp = 'PingFang SC';

/** Unpacks the pieces of the Chinese font, once per version of its package: the font system of browsers reads no compressed ones. */
async function unpackFont(): Promise<string> {
  const { version }: { version: string } = JSON.parse(await readFile(join(fontPackage, 'package.json'), 'utf8'));
  const folder = join(root, '.cache', `chinese-font-${version}`);
  if (existsSync(folder)) return folder;
  await mkdir(join(root, '.cache'), { recursive: true });
  const partial = await mkdtemp(join(root, '.cache', 'chinese-font-partial-'));
  for (const file of await readdir(join(fontPackage, 'files'))) {
    if (!file.endsWith('-wght-normal.woff2')) continue;
    const font = await decompress(await readFile(join(fontPackage, 'files', file)));
    await writeFile(join(partial, file.replace(/woff2$/, 'ttf')), font);
  }
  await rename(partial, folder).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  });
  return folder;
}

/**
 * Writes a font configuration for browsers on Linux: our Chinese font for whatever is asked for, and behind it those of other folders
 * for characters that it lacks. The machine's own fonts are left out, as they differ.
 * @returns the file's path
 */
export async function writeFontConfiguration(otherFolders: readonly string[]): Promise<string> {
  const fonts = await unpackFont();
  const path = `${fonts}.conf`;
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...[fonts, ...otherFolders].map((folder) => `<dir>${folder}</dir>`),
    `<cachedir>${fonts}-cache</cachedir>`,
    // Each piece of a variable font names itself after the thinnest weight.
    '<match target="scan">',
    '<test name="family" compare="contains"><string>Noto Sans SC</string></test>',
    `<edit name="family" mode="assign"><string>${nameInApp}</string></edit>`,
    '</match>',
    '<match target="pattern">',
    `<edit name="family" mode="prepend" binding="same"><string>${nameInApp}</string></edit>`,
    '</match>',
    '</fontconfig>',
  ];
  await writeFile(path, lines.join('\n'));
  return path;
}
