// Acts a real history of coupon campaigns out through the real actions: `npm run replay -- --data DIR [--data-dir DIR]`.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createJsonLog } from '#server/adapters/log-json/json-log';
import { checkData } from '#server/app/check-data';
import { composeApp } from '#server/hosts/node/compose-app';
import { StartProblem } from '#server/hosts/node/environment';
import { openStore } from '#server/hosts/node/open-store';
import { showProgress } from '#server/hosts/node/show-progress';
import { createSimulatedTime } from '#server/hosts/node/simulation/simulated-time';
import type { Store } from '#server/ports/store';
import { actOutHistory } from './replay/act-out-history';
import { type ComparedCampaign, compareConversion } from './replay/compare-conversion';
import { type PastHistory, readHistory } from './replay/read-history';
import { sayDifferences } from './workshop/say-differences';

const USAGE = `npm run replay -- --data DIR [--data-dir DIR]
  --data DIR      the folder with campaign_descriptions.csv, campaigns.csv and coupon_redemptions.csv
  --data-dir DIR  where the embedded database is kept; without it, it is thrown away afterwards`;

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`);

function sayCampaigns(campaigns: readonly ComparedCampaign[]): void {
  const head = ['campaign', 'type', 'received', 'claimed', 'redeemed', 'conversion'];
  const rows = campaigns.map(({ campaignId, campaignType, stored }) => {
    const { received, claimed, redeemed, redeemers } = stored;
    return [campaignId, campaignType, String(received), String(claimed), String(redeemed), percent(redeemers, received)];
  });
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((cell, column) => (column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ');
  console.log([head, ...rows].map(line).join('\n'));
}

function sayWhetherEqual(campaigns: readonly ComparedCampaign[]): boolean {
  const unequal = campaigns.filter(({ stored, inData }) => !isDeepStrictEqual(stored, inData));
  for (const { campaignId, stored, inData } of unequal) {
    console.log(`Campaign ${campaignId} holds ${JSON.stringify(stored)}, but the data says ${JSON.stringify(inData)}.`);
  }
  const redeemed = campaigns.reduce((sum, { inData }) => sum + inData.redeemed, 0);
  if (unequal.length === 0) console.log(`All ${redeemed} redemptions are there, none twice; every conversion equals the data's own.`);
  return unequal.length === 0;
}

async function replayInto(store: Store, history: PastHistory): Promise<boolean> {
  const empty = (await store.list('community.byCreated', null, { prefix: [], order: 'ascending' }, 1)).documents.length === 0;
  if (!empty) throw new StartProblem('The database already holds a community. Name an empty --data-dir.');
  const time = createSimulatedTime();
  const log = createJsonLog((line) => process.stderr.write(line), systemClock);
  const { clock, dice } = time;
  const composed = await composeApp({ store, clock, dice, log, demo: false, actionsPerMinute: Number.POSITIVE_INFINITY });
  const progress = showProgress('Replay');
  const acted = await actOutHistory(history, composed, time, progress.advance).finally(progress.finish);
  const campaigns = await compareConversion(store, history, acted);
  sayCampaigns(campaigns);
  const equal = sayWhetherEqual(campaigns);
  return sayDifferences(await checkData(store)) && equal;
}

/** Runs the command; answers with the exit code: 0 only when every row was good and everything fits. */
async function main(args: readonly string[]): Promise<number> {
  const options = { data: { type: 'string' }, 'data-dir': { type: 'string' } } as const;
  let values: { readonly data?: string; readonly 'data-dir'?: string };
  try {
    values = parseArgs({ args: [...args], options }).values;
  } catch {
    values = {};
  }
  if (values.data === undefined) {
    console.error(USAGE);
    return 1;
  }
  const history = await readHistory(values.data);
  for (const { file, line, reason } of history.badRows) console.error(`${file}:${line}: ${reason}`);
  if (history.badRows.length > 0) console.error(`${history.badRows.length} bad rows were left out.`);
  if (history.campaigns.size === 0) {
    console.error('There is no campaign to replay.');
    return 1;
  }
  const kept = values['data-dir'];
  const folder = kept ?? (await mkdtemp(join(tmpdir(), 'qunhui-replay-')));
  try {
    const store = await openStore({ dataDir: folder, databaseUrl: null }, { say: console.error });
    const fits = await replayInto(store, history).finally(() => store.close());
    return fits && history.badRows.length === 0 ? 0 : 1;
  } finally {
    if (kept === undefined) await rm(folder, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof StartProblem ? error.message : error);
    process.exit(1);
  },
);
