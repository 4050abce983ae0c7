// Writes the archive of one community's promotions, while the server goes on: `npm run archive -- --community ID [--data DIR] [--out DIR]`.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { archiveLines } from '#core/rules/promise/archive';
import type { JournalDocument } from '#core/tables';
import { type CsvCell, csvTable } from '#core/values/csv';
import { tableOf } from '#core/values/ids';
import { parseEnvironment, StartProblem } from '#server/hosts/node/environment';
import { communityOfPiece } from '#server/hosts/node/keeping/by-community';
import { readData } from '#server/hosts/node/keeping/read-data';
import { piecesOfToday } from '#server/hosts/node/keeping/upgrade-data';
import type { WholeData } from '#server/ports/whole-data';
import { runCommand } from './workshop/run-command';

const COLUMNS = ['record', 'at', 'on', 'campaignId', 'version', 'actorId', 'memberId', 'reason', 'data'] as const;

/** One field as a cell: what is more than a text or a number is written as JSON. */
function cell(value: unknown): CsvCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return value;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The journal of a community in the order of its stamps; null where there is no such community. */
async function journalOf(whole: WholeData, community: string): Promise<readonly JournalDocument[] | null> {
  const journal: JournalDocument[] = [];
  let isKnown = false;
  for await (const piece of piecesOfToday(whole)) {
    if (communityOfPiece(piece) !== community) continue;
    isKnown = true;
    if (piece.kind === 'document' && tableOf(piece.document.id) === 'journal') journal.push(piece.document as unknown as JournalDocument);
  }
  const order = (one: JournalDocument, other: JournalDocument) => one.stamp - other.stamp || (one.id < other.id ? -1 : 1);
  return isKnown ? journal.sort(order) : null;
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, community: { type: 'string' }, out: { type: 'string' } } });
  const { data, community, out = `archive-${community}` } = values;
  if (community === undefined) {
    console.error('npm run archive -- --community ID [--data DIR] [--out DIR]');
    return 1;
  }
  const environment = parseEnvironment({ ...process.env, DEMO: '0' });
  const whole = await readData(data === undefined ? environment : { dataDir: data, databaseUrl: null });
  const journal = await journalOf(whole, community).finally(() => whole.close());
  if (journal === null)
    throw new StartProblem(`没有社群 ${community}，没有写任何文件。/ There is no community ${community}; nothing was written.`);
  const lines = journal.flatMap(archiveLines);
  await mkdir(out, { recursive: true });
  await writeFile(join(out, 'archive.jsonl'), lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  await writeFile(join(out, 'archive.csv'), csvTable([COLUMNS, ...lines.map((line) => COLUMNS.map((column) => cell(line[column])))]));
  console.log(`${lines.length} lines in ${out}`);
  return 0;
}

runCommand(main);
