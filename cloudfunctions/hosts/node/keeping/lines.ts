// Files of lines, plain or compressed: written beside their place and moved there when they are whole.
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { StartProblem } from '#server/hosts/node/environment';

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);

/** The bytes of a file; null where nothing lies. */
export async function sizeOf(path: string): Promise<number | null> {
  return stat(path).then(
    ({ size }) => size,
    () => null,
  );
}

/** Whether anything lies at a path. */
export async function isThere(path: string): Promise<boolean> {
  return (await sizeOf(path)) !== null;
}

/** Waits until the disk has a file, or the names in a folder. */
export async function settleOnDisk(path: string, flags: 'r' | 'r+'): Promise<void> {
  const file = await open(path, flags);
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/**
 * Writes lines into a file that does not exist; compressed when its name ends in `.gz`. Only its owner may read it.
 * @throws StartProblem when there is such a file; then, and after any failure, nothing is left behind.
 */
export async function writeLines(path: string, lines: AsyncIterable<string>): Promise<void> {
  if (await isThere(path)) throw new StartProblem(`${path} 已经存在，不会覆盖它：请换一个名字。/ exists already and is not overwritten.`);
  const partial = `${path}.partial`;
  const source = Readable.from(lines);
  const sink = createWriteStream(partial, { mode: 0o600 });
  try {
    if (path.endsWith('.gz')) await pipeline(source, createGzip(), sink);
    else await pipeline(source, sink);
    await settleOnDisk(partial, 'r+');
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

async function isCompressed(path: string): Promise<boolean> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.equals(GZIP_MAGIC);
  } finally {
    await file.close();
  }
}

/** The lines of a file, whether it is compressed or not. @throws Error when it cannot be read or unpacked. */
export async function* readLines(path: string): AsyncGenerator<string> {
  const compressed = await isCompressed(path);
  const file = createReadStream(path);
  const text = compressed ? file.pipe(createGunzip()) : file;
  let failure: unknown = null;
  const lines = createInterface({ input: text, crlfDelay: Number.POSITIVE_INFINITY });
  const fail = (error: unknown): void => {
    failure ??= error;
    lines.close();
  };
  // A pipe passes no failures on, and what reads lines passes them to nobody.
  for (const stream of new Set([file, text])) stream.on('error', fail);
  lines.on('error', fail);
  try {
    for await (const line of lines) yield line;
  } finally {
    file.destroy();
  }
  if (failure !== null) throw failure;
}
