// The benches by name, and how their reports are printed.
import { benchBoard } from './bench-board';
import { benchCheckIn, benchClaim, benchSqlite } from './bench-deeds';
import { benchForecast } from './bench-forecast';
import { benchFunction } from './bench-function';
import { benchHistory } from './bench-history';
import { benchHttp } from './bench-http';
import { benchInteraction } from './bench-interaction';
import { benchPhone } from './bench-phone';
import { benchProcesses } from './bench-processes';
import { benchStart } from './bench-start';
import { type BenchReport, type TableRows, tableOf } from './measure';

const benches: Readonly<Record<string, () => Promise<BenchReport>>> = {
  claim: benchClaim,
  'check-in': benchCheckIn,
  sqlite: benchSqlite,
  board: benchBoard,
  http: benchHttp,
  processes: benchProcesses,
  history: benchHistory,
  start: benchStart,
  function: benchFunction,
  phone: benchPhone,
  interaction: benchInteraction,
  forecast: benchForecast,
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
  const named = wanted.filter((word) => word !== '--json' && word !== '--small');
  const names = named.includes('all') ? Object.keys(benches) : named;
  const unknown = names.find((name) => !Object.hasOwn(benches, name));
  if (names.length === 0 || unknown !== undefined) {
    process.stderr.write(`Usage: npm run bench -- ${Object.keys(benches).join('|')}|all [--json] [--small]\n`);
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
