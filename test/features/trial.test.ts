// Trials through the application: applying, being chosen by first come or by a criterion, using, reporting, reading.
import { beforeEach, describe, expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { createTown, openShop } from '../support/town';
import { openTrying, type Place } from '../support/trying';

let here: Awaited<ReturnType<typeof openTrying>>;
beforeEach(async () => {
  here = await openTrying();
});

const sound = async () => expect((await checkData(here.shop.town.store)).differences).toEqual([]);

describe('first come', () => {
  test('is chosen at once, with a voucher for the thing, until the places are gone', async () => {
    const { anna, eva, shop, trial, apply, mine } = here;
    const place = await trial();
    expect(await apply(anna, place)).toMatchObject({ value: { state: 'shown', selected: true } });
    expect(await apply(eva, place)).toMatchObject({ code: 'sold_out', data: { stock: 1 } });
    const { tickets } = await anna.get('coupon.wallet', { communityId: shop.communityId });
    expect(tickets).toMatchObject([{ reason: 'trial', benefit: { kind: 'gift', item: '核桃包' } }]);
    expect(await mine(anna, place)).toMatchObject({
      outcome: 'selected',
      useUntilOn: '2026-03-07',
      reportUntilOn: '2026-03-10',
      used: false,
    });
    await sound();
  });

  test('holds when many apply at once: as many are chosen as there are places', async () => {
    const { shop, trial, apply, results } = here;
    const place = await trial({ parameters: { places: 3 } });
    const people = await Promise.all(Array.from({ length: 9 }, (_, n) => shop.member(`taster ${n}`)));
    const replies = await Promise.all(people.map((person) => apply(person, place)));
    expect(replies.filter(({ ok }) => ok)).toHaveLength(3);
    expect(await results(place)).toMatchObject({ places: 3, applied: 3, selected: 3 });
    await sound();
  });

  test('passes over an answer that waits: it takes no place, and has one once it is let through while there is one', async () => {
    const { checker, anna, eva, trial, apply, mine, judge } = here;
    checker.texts.set('便宜', 'review');
    const place = await trial({ parameters: { places: 2 } });
    expect(await apply(anna, place, '便宜的')).toMatchObject({ value: { state: 'waiting', selected: false } });
    expect(await apply(eva, place)).toMatchObject({ value: { selected: true } });
    expect((await judge(anna, place, 'apply', null)).ok).toBe(true);
    expect(await mine(anna, place)).toMatchObject({ answer: 'shown', outcome: 'selected' });
    await sound();
  });

  test('leaves an answer without a place that is let through too late', async () => {
    const { checker, anna, eva, trial, apply, mine, judge, results } = here;
    checker.texts.set('便宜', 'review');
    const place = await trial();
    await apply(anna, place, '便宜的');
    await apply(eva, place);
    await judge(anna, place, 'apply', null);
    expect(await mine(anna, place)).toMatchObject({ answer: 'shown', outcome: 'waiting' });
    expect(await results(place)).toMatchObject({ applied: 2, selected: 1 });
    await sound();
  });
});

describe('an application', () => {
  test('is one per member, refused for words that may not be said, and closed after the last day', async () => {
    const { checker, shop, anna, eva, trial, apply } = here;
    checker.texts.set('骂', 'risky');
    const place = await trial({ parameters: { places: 5 } });
    expect(await apply(anna, place, '骂人')).toMatchObject({ code: 'content_refused', data: { path: 'text' } });
    await apply(anna, place);
    expect(await apply(anna, place)).toMatchObject({ code: 'already_applied' });
    shop.town.goToDay('2026-03-05');
    expect(await apply(eva, place)).toMatchObject({ code: 'campaign_ended' });
  });

  test('that the owner refuses, or that is taken back, may be made anew; nobody is counted twice', async () => {
    const { checker, shop, anna, eva, ranked, apply, judge, results } = here;
    checker.texts.set('便宜', 'review');
    const place = await ranked();
    await apply(anna, place, '便宜的');
    await judge(anna, place, 'apply', 'other');
    expect((await results(place)).applied).toBe(0);
    expect(await apply(anna, place, '换一句')).toMatchObject({ value: { state: 'waiting' } });
    await anna.get('content.remove', { ...place, slot: 'apply' });
    expect((await shop.owner.get('trial.applicants', place)).applicants[0]).toMatchObject({ text: null, state: null });
    expect(await apply(anna, place, '又换一句')).toMatchObject({ value: { state: 'waiting' } });
    await apply(eva, place);
    await eva.get('content.remove', { ...place, slot: 'apply' });
    expect((await results(place)).applied).toBe(1);
    expect((await apply(eva, place)).ok).toBe(true);
    expect(await results(place)).toMatchObject({ applied: 2, selected: 0 });
    await sound();
  });

  test('is seen by the owner alone, with its answer', async () => {
    const { shop, anna, trial, apply } = here;
    const place = await trial();
    await apply(anna, place, '每天豆浆');
    const { applicants } = await shop.owner.get('trial.applicants', place);
    expect(applicants).toMatchObject([{ text: '每天豆浆', outcome: 'selected', have: null, state: 'shown' }]);
    expect(await anna.code('trial.applicants', place)).toBe('co_owner_only');
    expect((await anna.get('trial.reports', place)).reports).toEqual([]);
  });
});

describe('by a criterion', () => {
  /** Eva checks in on all three days, Fay on the last two, Anna on the last. */
  async function rankByStreak(place: Place): Promise<void> {
    const { shop, anna, eva, fay, apply } = here;
    const plan = { communityId: shop.communityId, campaignId: await shop.publish({ type: 'checkin_plan' }) };
    for (const person of [anna, eva, fay]) await apply(person, place);
    await eva.get('checkin.checkIn', plan);
    shop.town.nextDay();
    for (const person of [eva, fay]) await person.get('checkin.checkIn', plan);
    shop.town.nextDay();
    for (const person of [eva, fay, anna]) await person.get('checkin.checkIn', plan);
  }

  test('those who have most are chosen on the day after, the others are told both numbers, and then it is closed', async () => {
    const { shop, anna, eva, fay, ranked, mine, results } = here;
    const place = await ranked({ places: 2 });
    await rankByStreak(place);
    await shop.town.runTimer();
    expect(await mine(eva, place)).toMatchObject({ outcome: 'waiting' });
    shop.town.goToDay('2026-03-05', 1);
    for (let looks = 0; looks < 3; looks += 1) await shop.town.runTimer();
    expect(await mine(eva, place)).toMatchObject({ outcome: 'selected', have: 3 });
    expect(await mine(fay, place)).toMatchObject({ outcome: 'selected', have: 2 });
    expect(await mine(anna, place)).toMatchObject({ outcome: 'not_selected', have: 1, least: 2 });
    expect(await results(place)).toMatchObject({
      selected: 2,
      ranking: { by: 'streak', on: '2026-03-04', applicants: 3, least: 2, unsettled: 0 },
    });
    expect((await anna.get('campaign.open', place)).card.state).toBe('ended');
    await sound();
  });

  test('among equals who applied earlier is chosen', async () => {
    const { shop, anna, eva, fay, ranked, apply, mine } = here;
    const place = await ranked();
    for (const person of [fay, anna, eva]) {
      await apply(person, place);
      shop.town.wait(1_000);
    }
    shop.town.goToDay('2026-03-06');
    for (let looks = 0; looks < 3; looks += 1) await shop.town.runTimer();
    expect(await mine(fay, place)).toMatchObject({ outcome: 'selected', have: 0 });
    expect(await mine(anna, place)).toMatchObject({ outcome: 'not_selected', have: 0, least: 0 });
  });

  test('run by two timers at once, late, and with many applicants, each is told once', async () => {
    const { shop, ranked, apply, results } = here;
    const place = await ranked({ places: 12, useUntilOn: '2026-03-20', reportUntilOn: '2026-03-20' });
    for (let n = 0; n < 33; n += 1) await apply(await shop.member(`taster ${n}`), place);
    shop.town.goToDay('2026-03-09');
    for (let looks = 0; looks < 4; looks += 1) await Promise.all([shop.town.runTimer(), shop.town.runTimer()]);
    expect(await results(place)).toMatchObject({ selected: 12, ranking: { applicants: 33, unsettled: 0 } });
    await sound();
  });

  test('who has taken the application back, or has left, is passed over', async () => {
    const { shop, anna, eva, fay, ranked, mine, results } = here;
    const place = await ranked({ places: 2 });
    await rankByStreak(place);
    await eva.get('content.remove', { ...place, slot: 'apply' });
    await fay.get('membership.erase', { communityId: shop.communityId });
    shop.town.goToDay('2026-03-05', 1);
    for (let looks = 0; looks < 3; looks += 1) await shop.town.runTimer();
    expect(await mine(anna, place)).toMatchObject({ outcome: 'selected' });
    expect(await results(place)).toMatchObject({ selected: 1, ranking: { applicants: 1, unsettled: 0 } });
    await sound();
  });

  test('nobody is chosen after an early end, and a trial without applicants closes', async () => {
    const { shop, anna, ranked, apply, mine } = here;
    const [ended, empty] = [await ranked(), await ranked()];
    await apply(anna, ended);
    await shop.owner.get('campaign.end', ended);
    shop.town.goToDay('2026-03-05', 1);
    for (let looks = 0; looks < 2; looks += 1) await shop.town.runTimer();
    expect(await mine(anna, ended)).toMatchObject({ outcome: 'waiting' });
    expect((await anna.get('campaign.open', empty)).card.state).toBe('ended');
    await sound();
  });
});

test('without user content no trial is offered, and one that was there takes no words', async () => {
  const { shop, anna, trial } = here;
  const place = await trial();
  const off = createTown({ userContent: false, store: shop.town.store });
  expect(await off.person('anna').code('trial.apply', { ...place, text: '豆浆' }, 'switched-off-1')).toBe('user_content_off');
  expect(await off.person('anna').get('trial.reports', place)).toMatchObject({ open: false, reports: [] });
  const without = await openShop(createTown({ userContent: false }));
  const { types } = await without.owner.get('campaign.types', { communityId: without.communityId });
  expect(types.map(({ code }) => code)).not.toContain('trial');
  expect(anna.personKey).toBe('anna');
});
