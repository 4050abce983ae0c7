// Writes the archive of one community's promotions: `npm run archive -- --data DIR --community ID [--out DIR]`. Stop the server first.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type ArchiveLine, archiveLines } from '#core/rules/promise/archive';
import type { JournalDocument } from '#core/tables';
import { type CsvCell, csvTable } from '#core/values/csv';
import { openStore } from '#server/hosts/node/open-store';
import { PAGE_LIMIT_MAX } from '#server/ports/store';
import { runCommand } from './workshop/run-command';

const COLUMNS = ['record', 'at', 'on', 'campaignId', 'version', 'actorId', 'memberId', 'reason', 'data'] as const;

/** One field as a cell: what is more than a text or a number is written as JSON. */
function cell(value: unknown): CsvCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, community: { type: 'string' }, out: { type: 'string' } } });
  const { data, community, out = `archive-${community}` } = values;
  if (data === undefined || community === undefined) {
    console.error('npm run archive -- --data DIR --community ID [--out DIR]');
    return 1;
  }
  const store = await openStore({ dataDir: data, databaseUrl: null });
  try {
    const lines: ArchiveLine[] = [];
    let cursor: string | undefined;
    do {
      const page = await store.list('journal.byStamp', community, { prefix: [], order: 'ascending' }, PAGE_LIMIT_MAX, cursor);
      lines.push(...(page.documents as unknown as readonly JournalDocument[]).flatMap(archiveLines));
      cursor = page.cursor ?? undefined;
    } while (cursor !== undefined);
    await mkdir(out, { recursive: true });
    await writeFile(join(out, 'archive.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await writeFile(join(out, 'archive.csv'), csvTable([COLUMNS, ...lines.map((line) => COLUMNS.map((column) => cell(line[column])))]));
    console.log(`${lines.length} lines in ${out}`);
    return 0;
  } finally {
    await store.close();
  }
}

runCommand(main);
