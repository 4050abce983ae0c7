// Claims and check-ins per second of the real action path, beside the same rows written by hand on the bare engine in the same run.
import { ROW_LOCK_CALLERS } from './bare-postgres';
import { onPostgres, onSqlite } from './bench-engines';
import type { Deed } from './bench-town';
import { countFlushes } from './count-flushes';
import { type AimColumns, allOf, atLeast, type BenchReport, type TableRows } from './measure';
import { CALLERS, type DeedRates, MEMBERS, measureDeeds, RUNS } from './measure-deeds';

const BATCHED_LEAST = 0.5;
const ONE_EACH_LEAST = 5;

function aimsOf(rates: DeedRates, oneEachLeast: number | null): AimColumns | object {
  if (rates.batched === null) return {};
  const batched = atLeast(rates.ours / rates.batched, BATCHED_LEAST, 'ours / batched');
  return oneEachLeast === null ? batched : allOf(batched, atLeast(rates.ours / rates.oneEach, oneEachLeast, 'ours / one each'));
}

function rowsOf(deed: Deed, measured: readonly DeedRates[], oneEachLeast: number | null): TableRows {
  return measured.map((rates) => ({
    deed,
    callers: rates.callers,
    'ours /s': Math.round(rates.ours),
    'batched /s': rates.batched === null ? '' : Math.round(rates.batched),
    'ours / batched': rates.batched === null ? '' : (rates.ours / rates.batched).toFixed(2),
    'one each /s': Math.round(rates.oneEach),
    'ours / one each': (rates.ours / rates.oneEach).toFixed(2),
    ...aimsOf(rates, oneEachLeast),
  }));
}

const NOTES: readonly string[] = [
  `${MEMBERS} members, each once, ${CALLERS.join(' and ')} of them at the same time; median of ${RUNS} runs, ours and bare by turns`,
  'ours goes through session, contract, rules, ledger, event and reply; every reply comes after its commit',
  'batched writes the same rows with one hand-written statement and one commit for as many deeds as there are callers',
];

/** Measures claims on PostgreSQL. */
export async function benchClaim(): Promise<BenchReport> {
  const measured = await onPostgres((engine) => measureDeeds(engine, 'claim'));
  return {
    title: `Flash claim on PostgreSQL: one drop, stock ${MEMBERS}, one per member, synchronous commit`,
    notes: [...NOTES, `one each is a transaction per claim that locks the stock's row, on ${ROW_LOCK_CALLERS} connections`],
    rows: rowsOf('claim', measured, ONE_EACH_LEAST),
  };
}

/** Measures check-ins on PostgreSQL. */
export async function benchCheckIn(): Promise<BenchReport> {
  const measured = await onPostgres((engine) => measureDeeds(engine, 'check-in'));
  return {
    title: 'Check-in on PostgreSQL: streak, ledger, event, boards and their counters, synchronous commit',
    notes: [...NOTES, `one each is a transaction per check-in that locks the budget's row, on ${ROW_LOCK_CALLERS} connections`],
    rows: rowsOf('check-in', measured, null),
  };
}

/** Measures both on the embedded engine, and counts what its commits ask of the disk. */
export async function benchSqlite(): Promise<BenchReport> {
  const rows = await onSqlite(async (engine) => [
    ...rowsOf('claim', await measureDeeds(engine, 'claim'), null),
    ...rowsOf('check-in', await measureDeeds(engine, 'check-in'), null),
  ]);
  return {
    title: 'Claims and check-ins on SQLite, the embedded engine, synchronous FULL',
    notes: [...NOTES, 'one each is a transaction per deed', await countFlushes()],
    rows,
  };
}
