// Why somebody stands to win a prize of the board, or does not: their place, what it brings, and what is missing.
import { describe, expect, test } from 'vitest';
import { everybody } from '#core/rules/campaign/audience';
import { openPrizes } from '../support/prizes';
import type { Resident } from '../support/town';

const narrow = [
  { untilRank: 1, points: 100 },
  { untilRank: 2, points: 30 },
];

async function openWhy(change: object = {}) {
  const shop = await openPrizes({ parameters: { period: 'week', ranks: narrow }, ...change });
  const { communityId, prizes } = shop;
  const why = (person: Resident, memberId?: string) =>
    person.get('campaign.why', { communityId, campaignId: prizes, ...(memberId === undefined ? {} : { memberId }) });
  const last = async (person: Resident) => {
    const { conditions, can } = await why(person);
    const { code, data, refusal } = conditions[conditions.length - 1] ?? {};
    return { can, code, data: refusal?.data ?? data, refusal: refusal?.code ?? null };
  };
  return { ...shop, why, last };
}

describe('why a member would win, or not', () => {
  test('says the place and what it brings, and to whoever is below how many check-ins are missing', async () => {
    const { town, member, on, owner, last, why, idOf } = await openWhy();
    const [anna, bob, eva, dan] = [await member('anna'), await member('bob'), await member('eva'), await member('dan')];
    await on('2026-03-03', owner, anna, bob, eva);
    await on('2026-03-04', owner, anna, bob);
    // The owner leads the board and takes no part: the others move up.
    expect(await last(anna)).toEqual({ can: true, code: 'prize_place', data: { place: 1, points: 100, coupon: null }, refusal: null });
    expect(await last(bob)).toMatchObject({ can: true, data: { place: 2, points: 30 } });
    const below = { can: false, code: 'prize_place', refusal: 'place_without_prize' };
    expect(await last(eva)).toEqual({ ...below, data: { rank: 4, days: 1, places: 2, missingDays: 2, hidden: false } });
    expect(await last(dan)).toEqual({ ...below, data: { rank: null, days: 0, places: 2, missingDays: 3, hidden: false } });
    expect(await last(owner)).toEqual({ can: false, code: 'not_staff', data: {}, refusal: 'staff_takes_no_part' });
    // The owner sees the same of any member.
    expect((await why(owner, idOf(eva))).conditions).toEqual((await why(eva)).conditions);
    // What is missing is true: two days more bring a place with a prize.
    await on('2026-03-05', eva);
    expect(await last(eva)).toMatchObject({ can: false, data: { missingDays: 1 } });
    await on('2026-03-06', eva);
    expect(await last(eva)).toMatchObject({ can: true, data: { place: 1, points: 100 } });
    town.goToDay('2026-03-16');
    await town.runTimer();
    expect(await last(anna)).toMatchObject({ can: false, code: 'running', refusal: 'campaign_ended' });
  });

  test('asks one check-in while a place is free, and to be shown of whoever hides', async () => {
    const { member, on, last, communityId } = await openWhy();
    const [anna, bob] = [await member('anna'), await member('bob')];
    await on('2026-03-03', bob);
    expect(await last(anna)).toMatchObject({ data: { rank: null, missingDays: 1, hidden: false } });
    await on('2026-03-04', anna);
    await anna.get('leaderboard.hide', { communityId, hidden: true });
    expect(await last(anna)).toMatchObject({ can: false, data: { rank: null, hidden: true } });
  });

  test('leaves the place out where a condition already passes a member over', async () => {
    const { member, on, why } = await openWhy({ audience: { ...everybody, streakDaysMin: 2 } });
    const anna = await member('anna');
    await on('2026-03-03', anna);
    expect((await why(anna)).conditions.map(({ code, refusal }) => [code, refusal?.code ?? null])).toEqual([
      ['joined', null],
      ['running', null],
      ['streak', 'streak_too_short'],
      ['not_staff', null],
    ]);
  });
});
