// The table of docs/experience.md: every page, its one job, and the states of which a picture is kept.
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { allPages } from './all-pages';
import { fileOf } from './screen';

const path = resolve(__dirname, '..', '..', '..', 'docs/experience.md');
const BEGIN = '<!-- screens: written by `npm run pictures`, compared by a test -->';
const END = '<!-- end of screens -->';

/** The table, a row for each page. */
function tableOfScreens(): string {
  const rows = allPages.map(({ page, title, job, pictures }) => {
    const states = pictures.map(({ state }) => `[${state}](../test/approved/${fileOf(page, state)}.png)`).join(' · ');
    return `| ${title} | \`${page}\` | ${job} | ${states} |`;
  });
  return ['| screen | page | its one job | pictures |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** A document with the table between its two marks. */
export function withTable(document: string): string {
  const [before, rest] = document.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('docs/experience.md has lost the marks of its table');
  return `${before}${BEGIN}\n${tableOfScreens()}\n${END}${after}`;
}

/** Writes the table into docs/experience.md. */
export async function writeTable(): Promise<void> {
  await writeFile(path, withTable(await readFile(path, 'utf8')));
}
