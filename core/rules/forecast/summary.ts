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

/** One day of a forecast: money off in fen, and points. */
export interface ForecastDay {
  readonly on: Day;
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
  readonly byDay: readonly ForecastDay[];
  /** How likely somebody finds nothing left, from 0 to 1, and when that happens in the middle of the runs in which it does. */
  readonly gone: { readonly chance: number; readonly on: Day | null; readonly hour: number };
}

/** The value below which a share of sorted values lies, by the nearest rank. */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  if (sorted.length === 0) return 0;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))] as number;
}

/** The band of some values, which it sorts. */
export function bandOf(values: Float64Array): Band {
  values.sort();
  return { low: quantile(values, 0.1), median: quantile(values, 0.5), high: quantile(values, 0.9) };
}

/** The hours of a business day. */
export const HOURS = 24;

/** Gathers runs: their sums, and each day of each of them. */
export function createSummary(runs: number, daysMax: number) {
  const series = () => new Float64Array(runs);
  const totals = { fen: series(), points: series(), redemptions: series(), taken: series() };
  const goneHours: number[] = [];
  const fenByDay = new Float32Array(runs * daysMax);
  const pointsByDay = new Float32Array(runs * daysMax);
  let done = 0;
  let days = 0;

  /** Day by day: the values of that day in all runs. */
  const bandOn = (kept: Float32Array, day: number): Band => {
    const values = new Float64Array(done);
    for (let run = 0; run < done; run += 1) values[run] = kept[run * daysMax + day] as number;
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
      const gone = quantile(Float64Array.from(goneHours).sort(), 0.5);
      return {
        seed,
        runs: done,
        worst,
        fen: band(totals.fen),
        points: band(totals.points),
        redemptions: band(totals.redemptions),
        taken: band(totals.taken),
        byDay: calendar.slice(0, days).map((on, day) => ({ on, fen: bandOn(fenByDay, day), points: bandOn(pointsByDay, day) })),
        gone: {
          chance: done === 0 ? 0 : goneHours.length / done,
          on: goneHours.length === 0 ? null : (calendar[Math.floor(gone / HOURS)] ?? null),
          hour: Math.floor(gone % HOURS),
        },
      };
    },
  };
}
