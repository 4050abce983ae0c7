// Tells whether something that was built still fits the sources it was built from.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { repositoryRoot } from './repository-root';

/** Every file under a path of the repository, in a stable order; the path itself if it is a file, nothing if it does not exist. */
export function filesUnder(path: string): string[] {
  const absolute = join(repositoryRoot, path);
  if (!existsSync(absolute)) return [];
  if (statSync(absolute).isFile()) return [path];
  return readdirSync(absolute, { withFileTypes: true })
    .sort((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => filesUnder(join(path, entry.name)));
}

/** One hash over the names and contents of all files under the given paths. */
export function hashOfSources(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of paths.flatMap(filesUnder)) {
    hash
      .update(`${relative('.', file)}\0`)
      .update(readFileSync(join(repositoryRoot, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** A stamp beside a built folder, which carries the hash of its sources. It is taken away while building, so that a broken build is never trusted. */
export class SourceStamp {
  private readonly path: string;

  constructor(
    name: string,
    private readonly sources: readonly string[],
  ) {
    this.path = join(repositoryRoot, '.cache', `${name}.sha256`);
  }

  /** Whether the sources are the same as when `write` was called. */
  isFresh(): boolean {
    return existsSync(this.path) && readFileSync(this.path, 'utf8') === hashOfSources(this.sources);
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }

  /** Remembers a hash that was taken before building, so that a change during the build counts as a change. */
  write(hash: string): void {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, hash);
  }

  hash(): string {
    return hashOfSources(this.sources);
  }
}
