// How a statement is laid out to be read: its lines by month and day, what came in and went out, and which points end soon.
import type { StatementLine } from '#app/features/phone';
import { addDays, type Day, monthOf } from '#core/values/day';

/** Which lines are looked at. */
export type StatementFilter = 'all' | 'in' | 'out';

export const statementFilters: readonly StatementFilter[] = ['all', 'in', 'out'];

/** The lines of a day, the newest first. */
export interface StatementDay {
  readonly on: Day;
  readonly lines: readonly StatementLine[];
}

/** The days of a month; its sums are of all its lines, whatever is looked at, and null while some of them have not been read. */
export interface StatementMonth {
  readonly month: string;
  readonly sums: { readonly earned: number; readonly spent: number } | null;
  readonly days: readonly StatementDay[];
}

/** The lines of a filter, in their order. */
export function filterLines(lines: readonly StatementLine[], filter: StatementFilter): readonly StatementLine[] {
  return filter === 'all' ? lines : lines.filter(({ points }) => (filter === 'in' ? points > 0 : points < 0));
}

function sumsOf(lines: readonly StatementLine[]): { readonly earned: number; readonly spent: number } {
  const sumOf = (filter: StatementFilter) => filterLines(lines, filter).reduce((sum, { points }) => sum + Math.abs(points), 0);
  return { earned: sumOf('in'), spent: sumOf('out') };
}

function daysOf(lines: readonly StatementLine[]): StatementDay[] {
  const days: { on: Day; lines: StatementLine[] }[] = [];
  for (const line of lines) {
    const last = days[days.length - 1];
    if (last?.on === line.on) last.lines.push(line);
    else days.push({ on: line.on, lines: [line] });
  }
  return days;
}

/** Groups the lines to show; `read` are all that have been read, of which the oldest month is whole only if nothing is left to read. */
export function monthsOf(
  shown: readonly StatementLine[],
  { read, isAll }: { readonly read: readonly StatementLine[]; readonly isAll: boolean },
): StatementMonth[] {
  const oldest = read[read.length - 1];
  const months = [...new Set(shown.map(({ on }) => monthOf(on)))];
  return months.map((month) => {
    const isWhole = isAll || (oldest !== undefined && month !== monthOf(oldest.on));
    return {
      month,
      sums: isWhole ? sumsOf(read.filter(({ on }) => monthOf(on) === month)) : null,
      days: daysOf(shown.filter(({ on }) => monthOf(on) === month)),
    };
  });
}

/** Points that end on a day; they can be used up to it. */
export interface EndingLot {
  readonly points: number;
  readonly expiresOn: Day;
}

/** For how many days ahead points count as ending soon. */
export const SOON_DAYS = 30;

/** The lots that end soon, the first first; those that end on the same day as one. */
export function endingSoon(lots: readonly { readonly points: number; readonly expiresOn: Day | null }[], today: Day): EndingLot[] {
  const soon = new Map<Day, number>();
  for (const { points, expiresOn } of lots) {
    if (expiresOn === null || expiresOn > addDays(today, SOON_DAYS)) continue;
    soon.set(expiresOn, (soon.get(expiresOn) ?? 0) + points);
  }
  return [...soon].map(([expiresOn, points]) => ({ points, expiresOn })).sort((one, other) => (one.expiresOn < other.expiresOn ? -1 : 1));
}
