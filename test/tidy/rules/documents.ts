// What documents say of the repository is there: files that they name, pages that they link to, and one line per word of the glossary.
import { dirname, join } from 'node:path';
import type { Complaint, SourceFile } from '../repository';

/** A file in backticks; one that begins with `#` is an import, and `x.ts` stands for any. */
const namedFile = /`([\w./-]+\.(?:tsx?|mjs|scss|md))`/g;
const linked = /\]\((?!https?:)([^)#\s]+)/g;

/** Complains about every file or page that a document names and that is nowhere; a file may be named by the end of its path. `exists` is asked of links. */
export function complainAboutNamedFiles(
  { path, text }: SourceFile,
  files: readonly string[],
  exists: (path: string) => boolean,
): Complaint[] {
  const isThere = (name: string) => files.some((file) => file === name || file.endsWith(`/${name}`));
  return text.split('\n').flatMap((line, index) => {
    const named = [...line.matchAll(namedFile)].flatMap(([, name = '']) => (/^(.*\/)?x\./.test(name) || isThere(name) ? [] : [name]));
    const links = [...line.matchAll(linked)].flatMap(([, link = '']) => (exists(join(dirname(path), link)) ? [] : [link]));
    return [...named, ...links].map((name) => ({ path, line: index + 1, what: `there is no ${name}` }));
  });
}

/** Complains about a word that has two lines in a table of words, whose first column may hold several, with commas between. */
export function complainAboutDoubledWords({ path, text }: SourceFile): Complaint[] {
  const seen = new Set<string>();
  return text.split('\n').flatMap((line, index) => {
    const [, words] = /^\| ([^|]+) \|/.exec(line) ?? [];
    const doubled = (words ?? '').split(', ').filter((word) => word !== '' && (seen.has(word) || !seen.add(word)));
    return doubled.map((word) => ({ path, line: index + 1, what: `"${word}" has a line already` }));
  });
}
