// Reads a built mini-program for the checks: its files, and what its app.json says.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The parts of app.json that the checks look at. */
export interface AppConfiguration {
  readonly pages: readonly string[];
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[]; readonly independent?: boolean }[];
  readonly preloadRule?: Readonly<Record<string, { readonly network?: string; readonly packages: readonly string[] }>>;
  readonly sitemapLocation?: string;
  readonly themeLocation?: string;
  readonly [field: string]: unknown;
}

/** What is wrong, and in which file of the package. */
export interface PackageComplaint {
  readonly file: string;
  readonly what: string;
}

/** A built mini-program, such as dist/weapp. */
export class BuiltPackage {
  /** Every file, as its path in the package. */
  readonly files: readonly string[];

  constructor(readonly folder: string) {
    this.files = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
      .sort();
  }

  /** The files whose names end so, such as `.wxml`. */
  ending(ending: string): readonly string[] {
    return this.files.filter((file) => file.endsWith(ending));
  }

  text(file: string): string {
    return readFileSync(join(this.folder, file), 'utf8');
  }

  /** The bytes of every file under a path. */
  bytesUnder(path: string): number {
    return this.files.filter((file) => file.startsWith(path)).reduce((sum, file) => sum + statSync(join(this.folder, file)).size, 0);
  }

  /** @throws SyntaxError if a file is no JSON. */
  json<Content>(file: string): Content {
    const content: Content = JSON.parse(this.text(file));
    return content;
  }

  get configuration(): AppConfiguration {
    return this.json('app.json');
  }

  /** The roots of the subpackages, without a slash at their ends. */
  get roots(): readonly string[] {
    return (this.configuration.subPackages ?? []).map(({ root }) => root.replace(/\/$/, ''));
  }

  /** Every page, as its path in the package. */
  get pages(): readonly string[] {
    const { pages, subPackages = [] } = this.configuration;
    // A broken app.json may say anything; the schema says so.
    const apart = subPackages.flatMap(({ root, pages: own }) => own.map((page) => `${root.replace(/\/$/, '')}/${page}`));
    return [...(Array.isArray(pages) ? pages : []), ...apart];
  }
}
