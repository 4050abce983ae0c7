// What lies in a folder that was built: its files with their sizes, and one hash over all of them.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** One file of a built folder. */
export interface BuiltFile {
  /** Relative to the folder, with forward slashes. */
  readonly path: string;
  readonly bytes: number;
}

/** A folder that was built; `files` is empty when nothing was built yet. */
export interface BuiltFolder {
  /** Relative to the repository, with forward slashes. */
  readonly path: string;
  readonly files: readonly BuiltFile[];
  readonly bytes: number;
  /** The hash of all names and contents, of which the first sixteen digits are enough to tell two builds apart. */
  readonly build: string;
}

function pathsUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => (entry.isDirectory() ? pathsUnder(join(folder, entry.name)) : [join(folder, entry.name)]));
}

/** Looks into a folder of the repository. */
export function lookIntoFolder(root: string, path: string): BuiltFolder {
  const folder = join(root, path);
  const hash = createHash('sha256');
  const files = pathsUnder(folder).map((file) => {
    const name = relative(folder, file).replaceAll('\\', '/');
    hash.update(`${name}\0`).update(readFileSync(file)).update('\0');
    return { path: name, bytes: statSync(file).size };
  });
  const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  return { path, files, bytes, build: hash.digest('hex').slice(0, 16) };
}

/** A size as people read it: 1.2 MB, 340 kB, 12 B. */
export function sizeInWords(bytes: number): string {
  if (bytes >= 1_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
  return bytes >= 1_000 ? `${Math.round(bytes / 1_000)} kB` : `${bytes} B`;
}
