// The forecast as an owner meets it: what it rests on, what is kept of it at publish, and what stands beside it afterwards.
import { describe, expect, test } from 'vitest';
import type { InputOf } from '#core/contract';
import { forecastOf } from '#core/rules/forecast/forecast';
import { addDays } from '#core/values/day';
import { checkData } from '#server/app/check-data';
import { createTown, FIRST_DAY, openShop, type Resident, type Shop } from '../support/town';

type Outlook = NonNullable<InputOf<'campaign.publish'>['outlook']>;

const endsOn = addDays(FIRST_DAY, 40);
const band = { low: 3, median: 8, high: 15 };
const none = { low: 0, median: 0, high: 0 };
const outlook: Outlook = {
  target: 10,
  forecast: { seed: 7, runs: 1_000, redemptions: band, taken: band, fen: band, points: none, gonePercent: 4, ownPercent: 0 },
};

async function useCoupon({ communityId, owner }: Shop, person: Resident, couponId: string): Promise<void> {
  const { code } = await person.get('redemption.code', { communityId, couponId });
  const { scanToken } = await owner.get('redemption.scan', { communityId, code: code.token });
  await owner.get('redemption.confirm', { communityId, scanToken, orderFen: 5_000 });
}

async function rowOf({ owner, communityId }: Shop, campaignId: string) {
  const { campaigns } = await owner.get('analytics.today', { communityId });
  return campaigns.find(({ card }) => card.campaignId === campaignId);
}

describe('forecast.basis', () => {
  test('rests on the stated priors alone in a new community, and on the hours that are still to come', async () => {
    const shop = await openShop();
    const campaignId = await shop.save({ type: 'coupon_drop', endsOn });
    const basis = await shop.owner.get('forecast.basis', { communityId: shop.communityId, campaignId });
    expect(basis.behaviour).toMatchObject({ members: 1, source: { ownPercent: 0, days: 0, campaigns: 0 } });
    expect(basis).toMatchObject({ fromOn: FIRST_DAY, hoursGone: 9 });
    const later = await shop.save({ type: 'coupon_drop', startsOn: addDays(FIRST_DAY, 3), endsOn });
    expect(await shop.owner.get('forecast.basis', { communityId: shop.communityId, campaignId: later })).toMatchObject({
      fromOn: addDays(FIRST_DAY, 3),
      hoursGone: 0,
    });
  });

  test('is of those only whom the draft is for', async () => {
    const shop = await openShop();
    const { communityId, owner } = shop;
    await Promise.all(Array.from({ length: 9 }, (_, index) => shop.member(`person-${index}`)));
    const audience = { tierMin: null, tags: [], streakDaysMin: 3, newcomerDaysMax: null, earlyTier: null, earlyHours: 0 };
    const campaignId = await shop.save({ type: 'coupon_drop', endsOn, audience });
    const { behaviour } = await owner.get('forecast.basis', { communityId, campaignId });
    expect(behaviour.members).toBeLessThan(10);
    expect(behaviour.reachedPercent).toBeLessThan(50);
  });

  test('gives a draft one seed, so that two forecasts of it differ by what was changed', async () => {
    const shop = await openShop();
    const { communityId, owner } = shop;
    const campaignId = await shop.save({ type: 'coupon_drop', endsOn });
    const { seed } = await owner.get('forecast.basis', { communityId, campaignId });
    expect((await owner.get('forecast.basis', { communityId, campaignId })).seed).toBe(seed);
    const { draft } = await owner.get('campaign.preview', { communityId, campaignId });
    await owner.get('campaign.save', { communityId, campaignId, draft: { ...draft, title: '新标题' } });
    expect((await owner.get('forecast.basis', { communityId, campaignId })).seed).toBe(seed);
  });

  test('is the owner’s only, and of a campaign that is there', async () => {
    const shop = await openShop();
    const { communityId } = shop;
    const campaignId = await shop.save({ type: 'coupon_drop', endsOn });
    const anna = await shop.member('anna');
    expect(await anna.code('forecast.basis', { communityId, campaignId })).toBe('co_owner_only');
    expect(await shop.owner.code('forecast.basis', { communityId, campaignId: 'nothing' })).toBe('not_found');
  });

  test('learns from finished days and earlier drops what this community does', async () => {
    const shop = await openShop();
    const { communityId, owner, town } = shop;
    const plan = await shop.publish({ type: 'checkin_plan', endsOn });
    const drop = await shop.publish({ type: 'coupon_drop', endsOn: addDays(FIRST_DAY, 9), parameters: { useUntilOn: endsOn } });
    const people = await Promise.all(Array.from({ length: 10 }, (_, index) => shop.member(`person-${index}`)));
    for (let day = 0; day < 21; day += 1) {
      town.goToDay(addDays(FIRST_DAY, day), 10);
      await town.runTimer();
      for (const person of people) await person.get('checkin.checkIn', { communityId, campaignId: plan });
      const [first, ...rest] = [people[day]];
      if (first === undefined || day > 8 || rest.length > 0) continue;
      const { ticket } = await first.get('coupon.claim', { communityId, campaignId: drop });
      await useCoupon(shop, first, ticket.couponId);
    }
    town.goToDay(addDays(FIRST_DAY, 21));
    await town.runTimer();
    const campaignId = await shop.save({ type: 'coupon_drop', startsOn: addDays(FIRST_DAY, 21), endsOn });
    const { behaviour } = await owner.get('forecast.basis', { communityId, campaignId });
    expect(behaviour.source).toMatchObject({ days: 21, campaigns: 1 });
    expect(behaviour.source.ownPercent).toBeGreaterThan(0);
    expect(behaviour.checksIn.mean).toBeGreaterThan(0.6);
    expect(behaviour.takes.mean).toBeGreaterThan(0.2);
    expect(behaviour.uses.mean).toBeGreaterThan(0.7);
    expect(behaviour.usesWaitDays).toBeLessThan(8);
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

describe('what is kept at publish', () => {
  test('stands beside what came of it, while it runs and when it is over', async () => {
    const shop = await openShop();
    const { communityId, owner } = shop;
    const campaignId = await shop.save({ type: 'coupon_drop', endsOn });
    await owner.get('campaign.publish', { communityId, campaignId, outlook });
    const anna = await shop.member('anna');
    const { ticket } = await anna.get('coupon.claim', { communityId, campaignId });
    expect(await rowOf(shop, campaignId)).toMatchObject({ outlook, used: 0, couponsIssued: 1 });
    await useCoupon(shop, anna, ticket.couponId);
    await owner.get('campaign.end', { communityId, campaignId });
    expect(await rowOf(shop, campaignId)).toMatchObject({ outlook, used: 1, couponsIssued: 1, offFen: 500 });
    await owner.get('redemption.undo', { communityId, couponId: ticket.couponId, reason: '扫错了券' });
    expect(await rowOf(shop, campaignId)).toMatchObject({ used: 0, offFen: 0 });
    expect((await checkData(shop.town.store)).differences).toEqual([]);
  });

  test('adds up what each order was let off, of a drop that is split over several documents, too', async () => {
    const shop = await openShop();
    const { communityId, owner, town } = shop;
    const parameters = { benefit: 'percent_off', percentOff: 20, capFen: 3_000, thresholdFen: 0, stock: 2_000, useUntilOn: endsOn };
    const campaignId = await shop.publish({ type: 'coupon_drop', endsOn, parameters });
    for (const [name, orderFen] of [
      ['anna', 5_000],
      ['bob', 9_000],
      ['carl', 60_000],
    ] as const) {
      const person = await shop.member(name);
      const { ticket } = await person.get('coupon.claim', { communityId, campaignId });
      const { code } = await person.get('redemption.code', { communityId, couponId: ticket.couponId });
      const { scanToken } = await owner.get('redemption.scan', { communityId, code: code.token });
      await owner.get('redemption.confirm', { communityId, scanToken, orderFen });
    }
    expect(await rowOf(shop, campaignId)).toMatchObject({ used: 3, offFen: 1_000 + 1_800 + 3_000 });
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('is nothing where the owner neither aimed nor looked', async () => {
    const shop = await openShop();
    const campaignId = await shop.publish({ type: 'coupon_drop', endsOn });
    expect(await rowOf(shop, campaignId)).toMatchObject({ outlook: null });
  });

  test('is refused when its numbers are no band', async () => {
    const shop = await openShop();
    const { communityId, owner } = shop;
    const campaignId = await shop.save({ type: 'coupon_drop', endsOn });
    const upside = { target: null, forecast: { ...outlook.forecast, redemptions: { low: 9, median: 8, high: 7 } } } as Outlook;
    expect(await owner.code('campaign.publish', { communityId, campaignId, outlook: upside })).toBe('invalid_input');
  });
});

test('what the basis says can be run as it is', async () => {
  const shop = await openShop(createTown());
  const { communityId, owner } = shop;
  const campaignId = await shop.save({ type: 'coupon_drop', endsOn });
  const { draft } = await owner.get('campaign.preview', { communityId, campaignId });
  const basis = await owner.get('forecast.basis', { communityId, campaignId });
  const said = forecastOf({ draft, ...basis, runs: 50 });
  expect(said.runs).toBe(50);
  expect(said.worst.coupons).toBe(100);
});
