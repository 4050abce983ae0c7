// Measures this product against what it stands on, in the same run: `npm run bench -- claim`, `board`, `forecast`, `function` or `interaction`, `--json` for programs.
import { benchBoard } from './bench/bench-board';
import { benchClaim } from './bench/bench-claim';
import { benchForecast } from './bench/bench-forecast';
import { benchFunction } from './bench/bench-function';
import { benchInteraction } from './bench/bench-interaction';
import { type BenchReport, type TableRows, tableOf } from './bench/measure';

const benches: Readonly<Record<string, () => Promise<BenchReport>>> = {
  board: benchBoard,
  claim: benchClaim,
  forecast: benchForecast,
  function: benchFunction,
  interaction: benchInteraction,
};

/** Rows for programs: numbers as numbers, and null where nothing was measured. */
function plainRows(rows: TableRows): Record<string, string | number | null>[] {
  const plain = (value: string | number): string | number | null => {
    if (value === '') return null;
    return Number.isNaN(Number(value)) ? value : Number(value);
  };
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, plain(value)])));
}

async function main(): Promise<void> {
  const wanted = process.argv.slice(2);
  const asJson = wanted.includes('--json');
  const names = wanted.filter((word) => word !== '--json');
  const unknown = names.find((name) => !Object.hasOwn(benches, name));
  if (names.length === 0 || unknown !== undefined) {
    process.stderr.write(`Usage: npm run bench -- ${Object.keys(benches).join('|')} [--json]\n`);
    process.exit(2);
  }
  const reports: BenchReport[] = [];
  for (const name of names) {
    const report = await (benches[name] as () => Promise<BenchReport>)();
    reports.push(report);
    if (!asJson)
      process.stdout.write(`${report.title}\n${report.notes.map((note) => `  ${note}\n`).join('')}\n${tableOf(report.rows)}\n\n`);
  }
  if (asJson)
    process.stdout.write(
      `${JSON.stringify(
        reports.map((report) => ({ ...report, rows: plainRows(report.rows) })),
        null,
        2,
      )}\n`,
    );
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
