// From many runs to what an owner is told: the middle, and the band from the tenth to the ninetieth percent.
import type { RunLedger } from '#core/rules/forecast/run-ledger';
import type { WorstCase } from '#core/rules/forecast/worst-case';
import type { Day } from '#core/values/day';

/** The tenth, the fiftieth and the ninetieth percent of what the runs gave. */
export interface Band {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

/** What one part of a forecast is: a day, or where there are many a week or four. */
export type SpanLength = 'day' | 'week' | 'four_weeks';

/** How many days each is. */
const spanDays = { day: 1, week: 7, four_weeks: 28 } as const satisfies Record<SpanLength, number>;

/** The most parts that can still be told apart when they are drawn. */
export const SPANS_MAX = 45;

/** The shortest parts that so many days make no more of than can be drawn. */
function spanLengthOf(days: number): SpanLength {
  if (days <= SPANS_MAX * spanDays.day) return 'day';
  return days <= SPANS_MAX * spanDays.week ? 'week' : 'four_weeks';
}

/** One part of a forecast, from its first to its last day: money off in fen, and points. */
export interface ForecastSpan {
  readonly on: Day;
  readonly untilOn: Day;
  readonly fen: Band;
  readonly points: Band;
}

/** What a forecast says. */
export interface Forecast {
  readonly seed: number;
  readonly runs: number;
  readonly worst: WorstCase;
  readonly fen: Band;
  readonly points: Band;
  /** Coupons that are used. */
  readonly redemptions: Band;
  /** Rewards that are given: check-ins, claims, pairs. */
  readonly taken: Band;
  /** All of its days, in order and without a gap; `length` is that of each, the last may be shorter. */
  readonly length: SpanLength;
  readonly spans: readonly ForecastSpan[];
  /** How likely somebody finds nothing left, from 0 to 1, and when that happens in the middle of the runs in which it does. */
  readonly gone: { readonly chance: number; readonly on: Day | null; readonly hour: number };
}

/** The value below which a share of sorted values lies, by the nearest rank. */
function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return 0;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] as number;
}

/** The band of some values, which it sorts. */
function bandOf(values: Float64Array): Band {
  values.sort();
  return { low: quantile(values, 0.1), median: quantile(values, 0.5), high: quantile(values, 0.9) };
}

/** The hours of a business day. */
export const HOURS = 24;

/** Some days part by part: from a place among them to before another. */
function partsOf(days: readonly Day[], length: SpanLength): { readonly from: number; readonly until: number }[] {
  const parts: { readonly from: number; readonly until: number }[] = [];
  for (let from = 0; from < days.length; from += spanDays[length]) {
    parts.push({ from, until: Math.min(days.length, from + spanDays[length]) });
  }
  return parts;
}

/** Gathers runs: their sums, and each day of each of them. */
export function createSummary(runs: number, daysMax: number) {
  const series = () => new Float64Array(runs);
  const totals = { fen: series(), points: series(), redemptions: series(), taken: series() };
  const goneHours: number[] = [];
  const fenByDay = new Float64Array(runs * daysMax);
  const pointsByDay = new Float64Array(runs * daysMax);
  let done = 0;
  let days = 0;

  /** What the days from one to before another came to in each run. */
  const bandOver = (kept: Float64Array, from: number, until: number): Band => {
    const values = new Float64Array(done);
    for (let run = 0; run < done; run += 1) {
      for (let day = from; day < until; day += 1) values[run] = (values[run] as number) + (kept[run * daysMax + day] as number);
    }
    return bandOf(values);
  };

  return {
    /** Adds a run; `goneAtHour` counts hours from the first day on, and is null where there was something for everybody. */
    add(ledger: RunLedger, goneAtHour: number | null): void {
      let fen = 0;
      let points = 0;
      let redemptions = 0;
      const used = Math.min(ledger.daysUsed, daysMax);
      for (let day = 0; day < used; day += 1) {
        fen += ledger.fen[day] as number;
        points += ledger.points[day] as number;
        redemptions += ledger.redeemed[day] as number;
        fenByDay[done * daysMax + day] = ledger.fen[day] as number;
        pointsByDay[done * daysMax + day] = ledger.points[day] as number;
      }
      totals.fen[done] = fen;
      totals.points[done] = points;
      totals.redemptions[done] = redemptions;
      totals.taken[done] = ledger.taken;
      if (goneAtHour !== null) goneHours.push(goneAtHour);
      days = Math.max(days, used);
      done += 1;
    },
    finish(seed: number, worst: WorstCase, calendar: readonly Day[]): Forecast {
      const band = (values: Float64Array) => bandOf(values.slice(0, done));
      const length = spanLengthOf(days);
      const gone = quantile(Float64Array.from(goneHours).sort(), 0.5);
      return {
        seed,
        runs: done,
        worst,
        fen: band(totals.fen),
        points: band(totals.points),
        redemptions: band(totals.redemptions),
        taken: band(totals.taken),
        length,
        spans: partsOf(calendar.slice(0, days), length).map(({ from, until }) => ({
          on: calendar[from] as Day,
          untilOn: calendar[until - 1] as Day,
          fen: bandOver(fenByDay, from, until),
          points: bandOver(pointsByDay, from, until),
        })),
        gone: {
          chance: done === 0 ? 0 : goneHours.length / done,
          on: goneHours.length === 0 ? null : (calendar[Math.floor(gone / HOURS)] ?? null),
          hour: Math.floor(gone % HOURS),
        },
      };
    },
  };
}
