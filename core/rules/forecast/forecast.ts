// The forecast of a campaign: its own rules, run over simulated members many times, in slices of any size.
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import type { Trigger } from '#core/rules/campaign/define-type';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { type UseWindowValues, useWindowOf } from '#core/rules/coupon/use-window';
import { type Behaviour, hourAt } from '#core/rules/forecast/behaviour';
import { createChance, seedOfRun } from '#core/rules/forecast/chance';
import { createRunLedger, HORIZON_DAYS } from '#core/rules/forecast/run-ledger';
import type { Acting, ReusedFacts, Scene, SceneDay } from '#core/rules/forecast/scene';
import { logOdds, shareOf } from '#core/rules/forecast/shares';
import { createSummary, type Forecast, HOURS } from '#core/rules/forecast/summary';
import { actings } from '#core/rules/forecast/triggers/index';
import { worstCaseOf } from '#core/rules/forecast/worst-case';
import { addDays, type Day, daysBetween, monthOf } from '#core/values/day';

/** What a forecast is made of. */
export interface ForecastInput {
  readonly draft: CampaignDraft;
  readonly behaviour: Behaviour;
  /** The first day that is still to come: today, or the campaign's first day where that is later. */
  readonly fromOn: Day;
  /** How many hours of that day are over. */
  readonly hoursGone: number;
  readonly seed: number;
  /** How many runs; see runsFor. */
  readonly runs: number;
}

/** A forecast under way. */
export interface ForecastWork {
  readonly runs: number;
  readonly done: () => number;
  /** How often the campaign's own rules have been asked so far. */
  readonly asked: () => number;
  /** Makes so many more runs, as far as there are any left to make. */
  step(runs: number): void;
  /** What the runs made so far say. */
  result(): Forecast;
}

/** The runs of a forecast, and the fewest of a campaign that is long or a community that is large. */
export const RUNS = 1_000;
export const RUNS_MIN = 100;

/** How often all runs together may ask the rules: what keeps a forecast to a few seconds. */
const QUESTIONS_MAX = 12_000_000;

/** The last day that can matter: the campaign's own, the latest that its parameters name, or that of a coupon claimed on its last day. */
export function lastDayOf({ endsOn, parameters }: Pick<CampaignDraft, 'endsOn' | 'parameters'>): Day {
  const named = Object.values(parameters).filter((value): value is Day => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value));
  if (parameters['validity'] === 'from_claim') named.push(useWindowOf(parameters as unknown as UseWindowValues, endsOn).useUntilOn);
  return named.reduce((last, on) => (on > last ? on : last), endsOn);
}

/** How many runs a forecast makes: 1,000, and fewer where they would ask the rules too often. */
export function runsFor({ draft, behaviour, fromOn }: Pick<ForecastInput, 'draft' | 'behaviour' | 'fromOn'>): number {
  const days = Math.max(1, daysBetween(fromOn, draft.endsOn) + 1);
  const people = behaviour.members + (behaviour.joinsPerDay.mean * days) / 2;
  // Everybody takes an offer once or a few times, but checks in again and again.
  const questions = campaignTypes[draft.type].trigger === 'check_in' ? people * days * behaviour.checksIn.mean : people;
  return Math.min(RUNS, Math.max(RUNS_MIN, Math.floor(QUESTIONS_MAX / Math.max(1, questions))));
}

function sceneDays(fromOn: Day, days: number): SceneDay[] {
  return Array.from({ length: days }, (_, day) => {
    const on = addDays(fromOn, day);
    return { on, month: monthOf(on), bit: 1 << (Number(on.slice(8)) - 1) };
  });
}

/** Begins a forecast. The same input gives the same forecast, whatever the slices. The draft must be free of problems. */
export function beginForecast(input: ForecastInput): ForecastWork {
  const { draft, behaviour, fromOn, seed, runs } = input;
  const type = campaignTypes[draft.type];
  const values = draft.parameters as never;
  const days = sceneDays(fromOn, Math.min(HORIZON_DAYS, Math.max(0, daysBetween(fromOn, draft.endsOn) + 1)));
  const daysMax = Math.min(HORIZON_DAYS, Math.max(1, daysBetween(fromOn, lastDayOf(draft)) + 1));
  const ledger = createRunLedger(behaviour, fromOn, type.reserve(values, draft));
  const summary = createSummary(runs, daysMax);
  const calendar = Array.from({ length: daysMax }, (_, day) => addDays(fromOn, day));
  const facts = { draft, version: 1, on: fromOn, left: ledger.left } as ReusedFacts<Trigger>;
  const act = actings[type.trigger] as Acting<Trigger>;
  let done = 0;
  let asked = 0;

  const runOnce = () => {
    const chance = createChance(seedOfRun(seed, done));
    const levels = { joins: chance.normal(), acts: chance.normal(), more: chance.normal() };
    const { mean, spread } = behaviour.uses;
    ledger.begin(chance, mean <= 0 || mean >= 1 ? mean : shareOf(logOdds(mean) + spread * chance.normal()));
    const scene: Scene<Trigger> = {
      behaviour,
      chance,
      days,
      facts,
      levels,
      ask(day, nth, of) {
        asked += 1;
        const decision = type.decide(values, facts as never);
        ledger.book(decision, day, (nth + 0.5) / of);
        return decision;
      },
    };
    act(scene);
    const { goneAt } = ledger;
    summary.add(
      ledger,
      goneAt === null ? null : goneAt.day * HOURS + hourAt(behaviour.hours, goneAt.share, goneAt.day === 0 ? input.hoursGone : 0),
    );
    done += 1;
  };

  return {
    runs,
    done: () => done,
    asked: () => asked,
    step(more) {
      for (const until = Math.min(runs, done + more); done < until; ) runOnce();
    },
    result: () => summary.finish(seed, worstCaseOf(draft), calendar),
  };
}

/** A whole forecast at once. */
export function forecastOf(input: ForecastInput): Forecast {
  const work = beginForecast(input);
  work.step(input.runs);
  return work.result();
}
