// One run of a campaign as those who act in it see it: who there is, what the dice say, and whom to ask for a reward.
import type { CommonFacts, Trigger, TriggerFacts, TypeDecision } from '#core/rules/campaign/define-type';
import type { Behaviour } from '#core/rules/forecast/behaviour';
import { type Chance, poisson } from '#core/rules/forecast/chance';
import type { Day, Month } from '#core/values/day';

/** Facts that a run fills in again and again rather than making them anew. */
export type ReusedFacts<T extends Trigger> = { -readonly [K in keyof CommonFacts]: CommonFacts[K] } & {
  -readonly [K in keyof TriggerFacts[T]]: TriggerFacts[T][K];
};

/** A day of the campaign, with its place in its month as a record of check-ins marks it. */
export interface SceneDay {
  readonly on: Day;
  readonly month: Month;
  readonly bit: number;
}

/** One run. */
export interface Scene<T extends Trigger> {
  readonly behaviour: Behaviour;
  readonly chance: Chance;
  /** The days of the campaign in order, from the first that the forecast looks at. */
  readonly days: readonly SceneDay[];
  /** The facts of the next question; `on`, and what the trigger brings, are for the asker to fill in. */
  readonly facts: ReusedFacts<T>;
  /** How this run's shares lie among those of all campaigns: each a draw from the standard normal distribution. */
  readonly levels: { readonly joins: number; readonly acts: number; readonly more: number };
  /** Asks the campaign's own rules with the facts as they stand, on a day, as the `nth` of `of` people on it; books what they give. */
  ask(day: number, nth: number, of: number): TypeDecision;
}

/** How the people of one trigger act during one run. */
export type Acting<T extends Trigger> = (scene: Scene<T>) => void;

/** How many people join on each day of a run, and altogether. */
export function newcomersOf({ behaviour, chance, days, levels }: Scene<Trigger>): {
  readonly byDay: Int32Array;
  readonly total: number;
} {
  const { mean, spread } = behaviour.joinsPerDay;
  // The mean of a lognormal level is one: a wide spread makes runs differ, not the community larger.
  const perDay = mean * Math.exp(spread * levels.joins - (spread * spread) / 2);
  const byDay = new Int32Array(days.length);
  let total = 0;
  for (let day = 0; day < byDay.length; day += 1) {
    const joined = poisson(chance, perDay);
    byDay[day] = joined;
    total += joined;
  }
  return { byDay, total };
}
