// Members who take up an offer while it stands: when they come across it, perhaps more than once, until their limit or the end.

import type { Trigger } from '#core/rules/campaign/define-type';
import { binomial, failuresBefore, shareWithin, waitBelow } from '#core/rules/forecast/chance';
import { tierShare } from '#core/rules/forecast/reach';
import { type Acting, newcomersOf, type Scene, type SceneDay } from '#core/rules/forecast/scene';
import { logOdds, shareOf } from '#core/rules/forecast/shares';
import { isAtLeast, type TierCode, tierCodes } from '#core/rules/membership/tier-code';
import type { LimitCount } from '#core/tables';

/** Somebody who wants something of a campaign. */
export interface Taker {
  /** How many they still want. */
  wanted: number;
  /** Of a limit: what they have, and of which day. */
  readonly held: { total: number; on: string; today: number };
}

/** One more, on a day. */
export function hold(held: Taker['held'], on: string): void {
  held.today = held.on === on ? held.today + 1 : 1;
  held.on = on;
  held.total += 1;
}

/** Who wants something on which day of a run, in the order of chance. */
export function takersByDay(scene: Scene<Trigger>): Taker[][] {
  const { behaviour, chance, days, levels } = scene;
  const { takes, takesWaitDays, takesMore, staysDays } = behaviour;
  const ever = shareOf(logOdds(takes.mean) + takes.spread * levels.acts);
  const more = takesMore.mean * Math.exp(takesMore.spread * levels.more - takesMore.spread ** 2 / 2);
  const byDay: Taker[][] = Array.from(days, () => []);
  const come = (people: number, from: number) => {
    // A newcomers' offer stands for each of them while they are new.
    const stands = Math.min(days.length - from, staysDays ?? days.length);
    const takers = binomial(chance, people, ever * shareWithin(takesWaitDays, stands));
    for (let taker = 0; taker < takers; taker += 1) {
      const day = from + Math.min(stands - 1, Math.floor(waitBelow(chance, takesWaitDays, stands)));
      byDay[day]?.push({ wanted: 1 + failuresBefore(chance, 1 / (1 + more)), held: { total: 0, on: '', today: 0 } });
    }
  };
  come(behaviour.members, 0);
  const { byDay: joined } = newcomersOf(scene);
  for (let day = 0; day < days.length; day += 1) come(joined[day] as number, day);
  return byDay;
}

/** Who takes what a campaign gives, where that makes a difference to it. */
interface Takers {
  /** The tier of the next one. */
  tier(): TierCode;
  /** How many pieces the next one wants. */
  quantity(): number;
}

/** Tiers as this community's check-ins make them, within those whom the campaign is for; pieces up to the campaign's own limit. */
function takersOf({ behaviour, chance, facts, levels }: Scene<'claim'>): Takers {
  const { audience, parameters } = facts.draft;
  const least = audience?.tierMin ?? 'customer';
  const all = tierShare(least, behaviour);
  const shares = tierCodes.map((code) => (isAtLeast(least, code) || all === 0 ? 1 : tierShare(code, behaviour) / all));
  const { mean, spread } = behaviour.piecesMore;
  const more = mean * Math.exp(spread * levels.more - spread ** 2 / 2);
  const most = typeof parameters['quantityMax'] === 'number' ? parameters['quantityMax'] : 1;
  return {
    tier() {
      if (parameters['byTier'] !== 1) return least;
      const luck = chance.fraction();
      return [...tierCodes].reverse().find((_, fromTop) => luck < (shares[tierCodes.length - 1 - fromTop] as number)) ?? least;
    },
    quantity: () => (most === 1 ? 1 : Math.min(most, 1 + failuresBefore(chance, 1 / (1 + more)))),
  };
}

/** Asks for as many as they want on one day; whoever is held back by a limit of the day comes again on the next. */
function claimOn(scene: Scene<'claim'>, takers: Takers, taker: Taker, day: number, nth: number, of: number): 'again' | 'done' {
  const { on } = scene.days[day] as SceneDay;
  const { held } = taker;
  const { facts } = scene;
  const tier = takers.tier();
  facts.tier = () => tier;
  while (taker.wanted > 0) {
    facts.on = on;
    facts.claimed = held.total === 0 ? undefined : (held as LimitCount);
    // Who wants more than is left takes what is left.
    facts.quantity = Math.max(1, Math.min(takers.quantity(), facts.left.coupons));
    if (scene.ask(day, nth, of).kind !== 'give') return held.on === on ? 'again' : 'done';
    hold(held, on);
    taker.wanted -= 1;
  }
  return 'done';
}

/** Day by day: who wants something asks for it. */
export const actClaim: Acting<'claim'> = (scene) => {
  const byDay = takersByDay(scene as never);
  const takers = takersOf(scene);
  byDay.forEach((coming, day) => {
    const tomorrow = byDay[day + 1];
    coming.forEach((taker, nth) => {
      if (claimOn(scene, takers, taker, day, nth, coming.length) === 'again') tomorrow?.push(taker);
    });
  });
};
