// Measuring: closed loops of callers, medians, and a table for people.

/** Whether a bench is only tried out: with few members and few rows, so that its figures say nothing. */
export const inSmall: boolean = process.argv.includes('--small');

/** The middle of some numbers. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((first, second) => first - second);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Runs something several times and gives the median of what it took, in ms. */
export async function medianMs(times: number, run: (position: number) => unknown): Promise<number> {
  const taken: number[] = [];
  for (let position = 0; position < times; position += 1) {
    const startedAt = performance.now();
    await run(position);
    taken.push(performance.now() - startedAt);
  }
  return medianOf(taken);
}

/** Lets so many callers, each of whom waits for the answer before asking again, do `total` things; gives how many per second. */
export async function perSecond(callers: number, total: number, run: (position: number) => Promise<unknown>): Promise<number> {
  let next = 0;
  const startedAt = performance.now();
  const caller = async (): Promise<void> => {
    while (next < total) {
      const position = next;
      next += 1;
      await run(position);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return total / ((performance.now() - startedAt) / 1000);
}

/** An aim and whether it is reached, as the two last columns of a row. */
export interface AimColumns extends Readonly<Record<string, string>> {
  readonly aim: string;
  readonly reached: 'yes' | 'no';
}

/** Holds a figure against the least that it should be. */
export function atLeast(figure: number, least: number, of: string): AimColumns {
  return { aim: `${of} ≥ ${least}`, reached: figure >= least ? 'yes' : 'no' };
}

/** Holds a figure against the most that it may be. */
export function atMost(figure: number, most: number, of: string): AimColumns {
  return { aim: `${of} ≤ ${most}`, reached: figure <= most ? 'yes' : 'no' };
}

/** Several aims of one row: all of them are said, and it is reached when each is. */
export function allOf(...aims: readonly AimColumns[]): AimColumns {
  return { aim: aims.map(({ aim }) => aim).join(', '), reached: aims.every(({ reached }) => reached === 'yes') ? 'yes' : 'no' };
}

/** Rows of a table; a column that a row does not have stays empty. */
export type TableRows = readonly Readonly<Record<string, string | number>>[];

/** A table with columns as wide as they need to be; numbers stand on the right. */
export function tableOf(rows: TableRows): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const cell = (row: TableRows[number], column: string): string => String(row[column] ?? '');
  const widths = new Map(columns.map((column) => [column, Math.max(column.length, ...rows.map((row) => cell(row, column).length))]));
  const line = (texts: (column: string) => string): string =>
    columns.map((column) => texts(column).padStart(widths.get(column) ?? 0)).join('  ');
  return [
    line((column) => column),
    line((column) => '-'.repeat(widths.get(column) ?? 0)),
    ...rows.map((row) => line((column) => cell(row, column))),
  ].join('\n');
}

/** What a bench has measured: rows for people, and the same for programs. */
export interface BenchReport {
  readonly title: string;
  readonly notes: readonly string[];
  readonly rows: TableRows;
}
