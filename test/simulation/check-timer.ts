// What the timer leaves behind, recounted from the answers that people were given: seasons, finished days, and promises.
import { expect } from 'vitest';
import type { CouponDocument, DailyDocument, IndexName, JournalDocument, MakeGoodDocument, SeasonDocument } from '#core/tables';
import { addDays, type Day, dayOf } from '#core/values/day';
import type { StoredDocument } from '#server/ports/store';
import { type Life, successesOf } from './community-life';

/** Everything of one index, in its order. */
async function everyOf<Document>(life: Life, index: IndexName): Promise<readonly Document[]> {
  const { store } = life.shop.town;
  const found: StoredDocument[] = [];
  let cursor: string | undefined;
  do {
    const page = await store.list(index, life.shop.communityId, { prefix: [], order: 'ascending' }, 200, cursor);
    found.push(...page.documents);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return found as unknown as readonly Document[];
}

function daysIn(life: Life, memberId: string, fromOn: Day, untilOn: Day): number {
  const checkIns = successesOf(life, 'checkin.checkIn').filter(({ person, value }) => {
    return person.memberIdIn(life.shop.communityId) === memberId && value.on >= fromOn && value.on <= untilOn;
  });
  return new Set(checkIns.map(({ value }) => value.on)).size;
}

/** Each week and month once, every row with the days that its member was told of, and nobody missing who never hid. */
async function checkSeasons(life: Life): Promise<void> {
  const { communityId } = life.shop;
  const seasons = (await everyOf<SeasonDocument>(life, 'season.byUntil')).filter(({ board }) => board === 'checkin');
  expect(seasons.filter(({ period }) => period === 'week').length).toBeGreaterThanOrEqual(5);
  const everHidden = new Set(successesOf(life, 'leaderboard.hide').map(({ person }) => person.memberIdIn(communityId)));
  for (const { fromOn, untilOn, rows, total } of seasons) {
    for (const { memberId, points, rank } of rows) {
      expect(points).toBe(daysIn(life, memberId, fromOn, untilOn));
      expect(rank).toBe(1 + rows.filter((row) => row.points > points).length);
    }
    expect(rows.map(({ points }) => points)).toEqual(rows.map(({ points }) => points).sort((one, other) => other - one));
    const open = life.people.map((person) => person.memberIdIn(communityId)).filter((memberId) => !everHidden.has(memberId));
    const counted = open.filter((memberId) => daysIn(life, memberId, fromOn, untilOn) > 0);
    expect(total).toBeGreaterThanOrEqual(counted.length);
    const least = rows.length < 10 ? 0 : (rows.at(-1)?.points ?? 0);
    for (const memberId of counted.filter((one) => daysIn(life, one, fromOn, untilOn) > least)) {
      expect(rows.map((row) => row.memberId)).toContain(memberId);
    }
  }
}

/** Every day once and none left out, with the check-ins and the joins that people were told of. */
async function checkDays(life: Life): Promise<void> {
  const days = await everyOf<DailyDocument>(life, 'daily.byOn');
  expect(days.length).toBeGreaterThan(30);
  days.forEach(({ on, members, joined, checkedIn }, index) => {
    const before = days[index - 1];
    if (before !== undefined) {
      expect(on).toBe(addDays(before.on, 1));
      expect(members).toBe(before.members + joined);
    }
    const people = successesOf(life, 'checkin.checkIn').filter(({ value }) => value.on === on);
    expect(checkedIn).toBe(new Set(people.map(({ person }) => person.personKey)).size);
    const joins = successesOf(life, 'community.join').filter(({ at }) => dayOf(at, life.calendar) === on);
    // The owner and the clerks have joined before the life began.
    if (index > 0) expect(joined).toBe(joins.length);
  });
}

/** A promise per friend at most, within the inviter's limit, and two coupons for each that was made good. */
async function checkPromises(life: Life): Promise<void> {
  const { campaignId, inviterMax } = life.invites;
  const promises = await everyOf<MakeGoodDocument>(life, 'makeGood.byState');
  const coupons = (await everyOf<CouponDocument>(life, 'coupon.byMember')).filter((coupon) => coupon.campaignId === campaignId);
  const settled = promises.filter(({ state }) => state === 'settled');
  expect(settled).toHaveLength(successesOf(life, 'promise.settle').length);
  expect(coupons.filter(({ reason }) => reason === 'make_good')).toHaveLength(settled.length * 2);
  expect(new Set(promises.map(({ about }) => about)).size).toBe(promises.length);
  for (const { memberId } of promises) {
    const thanked = coupons.filter((coupon) => coupon.memberId === memberId && coupon.reason === 'invited_a_friend');
    const owed = promises.filter((promise) => promise.memberId === memberId);
    expect(thanked.length + owed.length).toBeLessThanOrEqual(inviterMax);
  }
}

/** No piece of the timer's work was done twice. */
async function checkOnce(life: Life): Promise<void> {
  const journals = (await everyOf<JournalDocument>(life, 'journal.byStamp')).filter(({ memberId }) => memberId === '_timer');
  const closed = journals.flatMap(({ events }) => events.filter(({ kind }) => kind === 'campaign_ended'));
  expect(new Set(closed.map((event) => (event as { campaignId: string }).campaignId)).size).toBe(closed.length);
  expect(journals.length).toBeGreaterThan(40);
}

/** Checks all of it. */
export async function checkTimer(life: Life): Promise<void> {
  await checkSeasons(life);
  await checkDays(life);
  await checkPromises(life);
  await checkOnce(life);
}
