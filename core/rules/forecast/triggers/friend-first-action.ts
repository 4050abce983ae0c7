// Friends who come by an invite: a few members bring most of them, and each settles the invite by their own first action.
import { gamma, poisson, waitBelow } from '#core/rules/forecast/chance';
import type { Acting, SceneDay } from '#core/rules/forecast/scene';
import { hold, type Taker } from '#core/rules/forecast/triggers/claim';
import type { LimitCount } from '#core/tables';
import { DAY_MS } from '#core/values/instant';

/** How unequally members bring friends: about a fifth of them bring nearly all (the shape of a gamma distribution). */
const ZEAL_SHAPE = 0.25;
/** How long a friend who does not act on the day of their coming waits, on average and at the most, in days. */
const ACTS_WAIT_DAYS = 3;
const ACTS_DAYS_MAX = 30;

/** The first place of a sum that grows, at which it exceeds a value. */
function placeOf(sums: Float64Array, value: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Day by day: friends come, act at once or later, and their inviter is paid as the rules say. */
export const actFriend: Acting<'friend_first_action'> = (scene) => {
  const { behaviour, chance, days, facts, levels } = scene;
  const { mean, spread } = behaviour.friendsPerMemberDay;
  const level = mean * Math.exp(spread * levels.acts - spread ** 2 / 2);
  const inviters = Math.max(1, behaviour.members);
  const zeal = new Float64Array(inviters);
  let sum = 0;
  for (let inviter = 0; inviter < inviters; inviter += 1) {
    sum += gamma(chance, ZEAL_SHAPE);
    zeal[inviter] = sum;
  }
  const held: Taker['held'][] = new Array<Taker['held']>(inviters);
  const acting: { readonly inviter: number; readonly openedOn: number }[][] = Array.from(days, () => []);
  for (let day = 0; day < days.length; day += 1) {
    const friends = poisson(chance, level * behaviour.members);
    for (let friend = 0; friend < friends; friend += 1) {
      const isAtOnce = chance.fraction() < behaviour.startsAtOnce.mean;
      const on = isAtOnce ? day : day + 1 + Math.floor(waitBelow(chance, ACTS_WAIT_DAYS, ACTS_DAYS_MAX));
      acting[on]?.push({ inviter: placeOf(zeal, chance.fraction() * sum), openedOn: day });
    }
    const { on } = days[day] as SceneDay;
    facts.on = on;
    acting[day]?.forEach(({ inviter, openedOn }, nth, all) => {
      const own = held[inviter];
      facts.openedAt = openedOn * DAY_MS;
      facts.at = day * DAY_MS;
      facts.invites = own === undefined ? undefined : (own as LimitCount);
      if (scene.ask(day, nth, all.length).kind !== 'give') return;
      const kept = own ?? { total: 0, on: '', today: 0 };
      held[inviter] = kept;
      hold(kept, on);
    });
  }
};
