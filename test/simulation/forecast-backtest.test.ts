// The backtest: what is forecast from a community's first 30 days holds what its next 15 days bring, in four of five communities.
import { expect, test } from 'vitest';
import { forecastOf } from '#core/rules/forecast/forecast';
import type { Band } from '#core/rules/forecast/summary';
import { addDays } from '#core/values/day';
import { createSeededChance } from '#server/hosts/node/simulation/seeded-chance';
import { createTown, FIRST_DAY, openShop, type Resident, type Shop } from '../support/town';

const PEOPLE = 60;
const PAST_DAYS = 30;
const NEXT_DAYS = 15;
const SEEDS = Array.from({ length: 20 }, (_, index) => 31 + index * 7_919);
const RUNS = 400;

/** Somebody with habits of their own: how often they come, and how fast that fades. */
interface Habit {
  readonly person: Resident;
  readonly joinsOn: number;
  readonly comes: number;
  readonly fades: number;
  readonly taken: Set<string>;
  /** Coupons that they mean to use, by the day on which they will. */
  readonly plans: Map<number, string[]>;
}

type Chance = ReturnType<typeof createSeededChance>;

function peopleOf(shop: Shop, chance: Chance): Habit[] {
  return Array.from({ length: PEOPLE }, (_, index) => ({
    person: shop.town.person(`person-${index}`),
    joinsOn: Math.floor(44 * chance.fraction() ** 1.5),
    comes: 0.04 + 0.92 * chance.fraction() ** 2,
    fades: 8 + chance.whole(0, 60),
    taken: new Set(),
    plans: new Map(),
  }));
}

async function use({ communityId, owner }: Shop, person: Resident, couponId: string): Promise<void> {
  const shown = await person.call('redemption.code', { communityId, couponId });
  if (!shown.ok) return;
  const { scanToken } = await owner.get('redemption.scan', { communityId, code: shown.value.code.token });
  await owner.get('redemption.confirm', { communityId, scanToken, orderFen: 5_000 });
}

/** One visit: join at first, check in to every plan, perhaps take what is offered, and use what was meant for today. */
async function visit(shop: Shop, habit: Habit, day: number, chance: Chance, open: { plans: string[]; drops: string[] }): Promise<void> {
  const { communityId } = shop;
  const { person, taken, plans } = habit;
  if (day === habit.joinsOn) await shop.member(person.personKey);
  for (const campaignId of open.plans) await person.call('checkin.checkIn', { communityId, campaignId });
  for (const campaignId of open.drops) {
    if (taken.has(campaignId) || !chance.happens(0.12 + 0.35 * habit.comes)) continue;
    taken.add(campaignId);
    const reply = await person.call('coupon.claim', { communityId, campaignId });
    if (!reply.ok || !chance.happens(0.62)) continue;
    const useDay = day + chance.whole(1, 6);
    plans.set(useDay, [...(plans.get(useDay) ?? []), reply.value.ticket.couponId]);
  }
}

async function live(shop: Shop, people: readonly Habit[], day: number, chance: Chance, open: { plans: string[]; drops: string[] }) {
  shop.town.goToDay(addDays(FIRST_DAY, day), 8);
  await shop.town.runTimer();
  for (const habit of people) {
    if (day < habit.joinsOn) continue;
    const age = day - habit.joinsOn;
    for (const couponId of habit.plans.get(day) ?? []) await use(shop, habit.person, couponId);
    const comes = age === 0 || chance.happens(habit.comes * (0.4 + 0.6 * Math.exp(-age / habit.fades)));
    if (comes) await visit(shop, habit, day, chance, open);
  }
}

const dayOf = (day: number) => addDays(FIRST_DAY, day);

async function forecastAndActual(seed: number) {
  const chance = createSeededChance(seed);
  const shop = await openShop(createTown());
  const { communityId, owner } = shop;
  const people = peopleOf(shop, chance);
  const drop = (from: number, until: number, useUntil: number) =>
    shop.publish({ type: 'coupon_drop', startsOn: dayOf(from), endsOn: dayOf(until), parameters: { useUntilOn: dayOf(useUntil) } });
  const plan = await shop.publish({ type: 'checkin_plan', endsOn: dayOf(60) });
  const drops = [await drop(2, 12, 20), await drop(8, 18, 26), await drop(15, 27, 34)];
  for (let day = 0; day < PAST_DAYS; day += 1) await live(shop, people, day, chance, { plans: [plan], drops });
  shop.town.goToDay(dayOf(PAST_DAYS), 1);
  await shop.town.runTimer();
  const window = { startsOn: dayOf(PAST_DAYS), endsOn: dayOf(PAST_DAYS + NEXT_DAYS - 1) };
  const nextDrop = await shop.save({ type: 'coupon_drop', ...window });
  // Fifteen days: what a plan begins with, up to where it can be reached.
  const reachable = [{ days: 7, points: 20 }];
  const nextPlan = await shop.save({ type: 'checkin_plan', ...window, parameters: { milestones: reachable } });
  const forecast = async (campaignId: string) => {
    const { draft } = await owner.get('campaign.preview', { communityId, campaignId });
    const basis = await owner.get('forecast.basis', { communityId, campaignId });
    await owner.get('campaign.publish', { communityId, campaignId });
    return forecastOf({ draft, ...basis, runs: RUNS });
  };
  const [ofDrop, ofPlan] = [await forecast(nextDrop), await forecast(nextPlan)];
  const open = { plans: [plan, nextPlan], drops: [nextDrop] };
  for (let day = PAST_DAYS; day < PAST_DAYS + NEXT_DAYS; day += 1) await live(shop, people, day, chance, open);
  const { campaigns } = await owner.get('analytics.today', { communityId });
  const rowOf = (id: string) => campaigns.find(({ card }) => card.campaignId === id);
  return [
    { what: 'redemptions', band: ofDrop.redemptions, actual: rowOf(nextDrop)?.used ?? -1 },
    { what: 'claims', band: ofDrop.taken, actual: rowOf(nextDrop)?.couponsIssued ?? -1 },
    { what: 'points', band: ofPlan.points, actual: rowOf(nextPlan)?.pointsIssued ?? -1 },
  ] as const;
}

const isInside = ({ low, high }: Band, actual: number) => low <= actual && actual <= high;

test('forecasts from the first 30 days hold the next 15 in at least 80 % of the communities', { timeout: 240_000 }, async () => {
  const said: string[] = [];
  const inside = new Map<string, number>();
  for (const seed of SEEDS) {
    for (const { what, band, actual } of await forecastAndActual(seed)) {
      const holds = isInside(band, actual);
      inside.set(what, (inside.get(what) ?? 0) + (holds ? 1 : 0));
      said.push(`${seed} ${what} ${actual} in ${band.low}–${band.median}–${band.high}${holds ? '' : ' NO'}`);
    }
  }
  for (const [what, count] of inside) expect(count, `${what}\n${said.join('\n')}`).toBeGreaterThanOrEqual(0.8 * SEEDS.length);
});
