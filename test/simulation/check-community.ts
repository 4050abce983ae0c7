// Months of community life with faults: whatever came twice, late or at once, the store is what the journal makes, and every count holds.
import { expect } from 'vitest';
import { type BoardPeriod, boardId } from '#core/rules/leaderboard/boards';
import type { CouponDocument } from '#core/tables';
import { addDays, type Day, dayOf, dayStartAt, monthOf, weekStartOf } from '#core/values/day';
import { checkData } from '#server/app/check-data';
import type { StoredDocument } from '#server/ports/store';
import { checkTimer } from './check-timer';
import { type Life, liveCommunity, successesOf } from './community-life';

/** The seeds of every run, from the one numbered so on; two files share them, and with them two cores. */
export function communitySeeds(from: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, index) => 20_260_302 + (from + index) * 7_919);
}

/** The days on which each person checked in, from the answers that people were given. */
function daysByPerson(life: Life): Map<string, Set<Day>> {
  const days = new Map<string, Set<Day>>();
  for (const { person, value } of successesOf(life, 'checkin.checkIn')) {
    const own = days.get(person.personKey) ?? new Set();
    if (own.has(value.on)) throw new Error(`${person.personKey} was rewarded twice for ${value.on}`);
    days.set(person.personKey, own.add(value.on));
  }
  return days;
}

function streakUpTo(days: ReadonlySet<Day>, on: Day): number {
  let streak = 0;
  for (let day = on; days.has(day); day = addDays(day, -1)) streak += 1;
  return streak;
}

function checkStreaks(life: Life): void {
  const days = daysByPerson(life);
  for (const { person, value } of successesOf(life, 'checkin.checkIn')) {
    const own = days.get(person.personKey) ?? new Set();
    expect(value.streakDays, `${person.personKey} on ${value.on}`).toBe(streakUpTo(own, value.on));
    expect(value.totalDays).toBe([...own].filter((day) => day <= value.on).length);
  }
}

/** The own actions that succeeded, check-ins and claims, in the order in which their answers came. */
function ownActionsOf(life: Life) {
  return [...successesOf(life, 'checkin.checkIn'), ...successesOf(life, 'coupon.claim')].sort((one, other) => one.at - other.at);
}

/** What comes with a first own action came to each person once, and with nothing but their first. */
function checkFirstActions(life: Life): void {
  const actions = ownActionsOf(life);
  const firstAt = new Map<string, number>();
  for (const { person, at } of actions) firstAt.set(person.personKey, firstAt.get(person.personKey) ?? at);
  expect(actions.some(({ value }) => value.welcome !== null)).toBe(true);
  for (const gain of ['inviteCoupon', 'welcome'] as const) {
    const gained = actions.filter(({ value }) => value[gain] !== null);
    expect(new Set(gained.map(({ person }) => person.personKey)).size, gain).toBe(gained.length);
    for (const { person, at } of gained) expect(at, gain).toBe(firstAt.get(person.personKey));
  }
}

async function checkPoints(life: Life): Promise<void> {
  const { shop, plan } = life;
  const earned = new Map<string, number>();
  const milestones = new Set<string>();
  for (const { person, value } of successesOf(life, 'checkin.checkIn')) {
    earned.set(person.personKey, (earned.get(person.personKey) ?? 0) + value.pointsEarned);
    for (const { days } of value.milestones) {
      const key = `${person.personKey} ${days}`;
      expect(milestones.has(key), `milestone of ${key} days paid twice`).toBe(false);
      milestones.add(key);
    }
  }
  const welcomed = new Map(
    ownActionsOf(life).flatMap(({ person, value }) => (value.welcome ? [[person.personKey, value.welcome.points]] : [])),
  );
  for (const personKey of new Set([...earned.keys(), ...welcomed.keys()])) {
    const statement = await shop.town.person(personKey).get('points.statement', { communityId: shop.communityId });
    expect(statement.balance, personKey).toBe((earned.get(personKey) ?? 0) + (welcomed.get(personKey) ?? 0));
  }
  expect([...earned.values()].reduce((sum, points) => sum + points, 0)).toBeLessThanOrEqual(plan.budget);
}

async function couponsIn(life: Life): Promise<CouponDocument[]> {
  const coupons: StoredDocument[] = [];
  let cursor: string | undefined;
  do {
    const range = { prefix: [], order: 'ascending' } as const;
    const page = await life.shop.town.store.list('coupon.byMember', life.shop.communityId, range, 200, cursor);
    coupons.push(...page.documents);
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return coupons as unknown as CouponDocument[];
}

async function checkCoupons(life: Life): Promise<void> {
  const coupons = await couponsIn(life);
  const claims = successesOf(life, 'coupon.claim');
  for (const { campaignId, stock, perMemberMax } of life.drops) {
    const issued = coupons.filter((coupon) => coupon.campaignId === campaignId);
    expect(issued.length).toBeLessThanOrEqual(stock);
    expect(issued.map((coupon) => coupon.id).sort()).toEqual(
      claims
        .filter((claim) => claim.input.campaignId === campaignId)
        .map((claim) => claim.value.ticket.couponId)
        .sort(),
    );
    for (const { memberId } of issued) {
      expect(issued.filter((coupon) => coupon.memberId === memberId).length).toBeLessThanOrEqual(perMemberMax);
    }
  }
  const redeemed = coupons.filter((coupon) => coupon.redemption !== null).length;
  const undone = coupons.reduce((sum, coupon) => sum + coupon.undone.length, 0);
  expect(undone).toBe(successesOf(life, 'redemption.undo').length);
  expect(redeemed + undone).toBe(successesOf(life, 'redemption.confirm').length);
  for (const { value } of successesOf(life, 'redemption.confirm')) expect(value.sum.offFen + value.sum.payFen).toBe(value.sum.orderFen);
}

async function checkInvites(life: Life): Promise<void> {
  const { campaignId, pairs, inviterMax } = life.invites;
  const rewarded = ownActionsOf(life).filter(({ value }) => value.inviteCoupon !== null);
  expect(rewarded.length).toBeLessThanOrEqual(pairs);
  const paid = (await couponsIn(life)).filter((coupon) => coupon.campaignId === campaignId);
  expect(paid.filter((coupon) => coupon.reason === 'invited')).toHaveLength(rewarded.length);
  const thanked = paid.filter((coupon) => coupon.reason === 'invited_a_friend');
  expect(thanked).toHaveLength(rewarded.length);
  for (const { memberId } of thanked) {
    expect(thanked.filter((coupon) => coupon.memberId === memberId).length).toBeLessThanOrEqual(inviterMax);
  }
}

/** Never two on a day, never four in a week, never at night, never for what was done, never more than was agreed to. */
function checkReminders(life: Life): void {
  const { calendar, messages } = life;
  const done = successesOf(life, 'checkin.checkIn');
  const accepts = successesOf(life, 'reminder.accept');
  const sent = messages.filter(({ outcome }) => outcome === 'sent');
  for (const { personKey, kind, at } of messages) {
    const on = dayOf(at, calendar);
    expect(at, `${kind} at night`).toBeGreaterThanOrEqual(dayStartAt(on, { ...calendar, dayStartsMinutes: 9 * 60 }));
    expect(at, `${kind} at night`).toBeLessThan(dayStartAt(on, { ...calendar, dayStartsMinutes: 21 * 60 }));
    const wasDone = done.some((checkIn) => checkIn.person.personKey === personKey && checkIn.value.on === on && checkIn.at < at);
    if (kind === 'checkin_open') expect(wasDone, `${personKey} had checked in on ${on}`).toBe(false);
  }
  for (const { personKey, kind } of sent) {
    const agreed = accepts.filter(
      ({ person, input }) => person.personKey === personKey && input.accepted.some((accepted) => accepted.kind === kind),
    );
    const own = sent.filter((message) => message.personKey === personKey);
    expect(own.filter((message) => message.kind === kind).length).toBeLessThanOrEqual(agreed.length);
    const days = own.map(({ at }) => dayOf(at, calendar));
    expect(new Set(days).size).toBe(days.length);
    for (const on of days) expect(days.filter((day) => day > addDays(on, -7) && day <= on).length).toBeLessThanOrEqual(3);
  }
}

/** What pages say without counting, against a count of what they say it of. */
async function checkPages(life: Life): Promise<void> {
  const { shop, calendar, drops, plan } = life;
  const { communityId, owner, town } = shop;
  const today = dayOf(town.now(), calendar);
  const coupons = await couponsIn(life);
  const { campaigns, members, day } = await owner.get('analytics.today', { communityId });
  const rowOf = (campaignId: string) => campaigns.find(({ card }) => card.campaignId === campaignId);
  for (const { campaignId, stock } of drops) {
    const issued = coupons.filter((coupon) => coupon.campaignId === campaignId);
    const reserved = rowOf(campaignId)?.card.state === 'ended' ? issued.length : stock;
    const people = new Set(issued.map((coupon) => coupon.memberId)).size;
    // What ended before anybody claimed has no stock any more.
    const card = { left: reserved === 0 ? null : reserved - issued.length, people };
    expect(rowOf(campaignId)).toMatchObject({ couponsReserved: reserved, couponsIssued: issued.length, card });
  }
  const checkIns = successesOf(life, 'checkin.checkIn').filter(({ value }) => value.on === today);
  expect(rowOf(plan.campaignId)?.card.people).toBe(checkIns.length);
  expect(day.checkedIn).toBe(checkIns.length);
  const claimedToday = coupons.filter(({ claimedAt }) => dayOf(claimedAt, calendar) === today);
  expect(day.claimed).toBe(new Set(claimedToday.map(({ memberId }) => memberId)).size);
  const known = await town.store.list('member.byJoined', communityId, { prefix: [], order: 'ascending' }, 200);
  expect(members).toBe(known.documents.length);
}

async function checkBoards(life: Life): Promise<void> {
  const { shop, calendar } = life;
  const { communityId, town } = shop;
  const today = dayOf(town.now(), calendar);
  const isIn: Readonly<Record<BoardPeriod, (day: Day) => boolean>> = {
    week: (day) => weekStartOf(day) === weekStartOf(today),
    month: (day) => monthOf(day) === monthOf(today),
    all: () => true,
  };
  const days = daysByPerson(life);
  for (const period of ['week', 'month', 'all'] as const) {
    const expected = new Map<string, number>();
    for (const person of life.people) {
      const count = [...(days.get(person.personKey) ?? [])].filter(isIn[period]).length;
      if (count === 0) continue;
      const { hidden } = await person.get('leaderboard.board', { communityId, kind: 'checkin', period });
      if (!hidden) expected.set(person.memberIdIn(communityId), count);
    }
    const { rows, total } = await town.store.top(boardId(communityId, 'checkin', period, today), 1_000);
    expect(total).toBe(expected.size);
    expect(new Map(rows.map((row) => [row.key, row.points]))).toEqual(expected);
    rows.forEach((row) => {
      expect(row.rank).toBe(1 + [...expected.values()].filter((points) => points > row.points).length);
    });
  }
}

/** Everybody on the board of the week is in one league of it, with what they have there, and nobody else is. */
async function checkLeagues(life: Life): Promise<void> {
  const { shop, calendar } = life;
  const { communityId, town } = shop;
  const today = dayOf(town.now(), calendar);
  const week = await town.store.top(boardId(communityId, 'checkin', 'week', today), 1_000);
  const rows = new Map(week.rows.map(({ key, points, at }) => [key, { points, at }]));
  const inLeagues = new Map<string, { points: number; at: number }>();
  for (const person of life.people) {
    if (!rows.has(person.memberIdIn(communityId))) continue;
    const { top, total } = await person.get('leaderboard.board', { communityId, kind: 'checkin', period: 'league' });
    expect(top).toHaveLength(total);
    for (const row of top) inLeagues.set(row.person.memberId, { points: row.points, at: row.at });
  }
  expect(inLeagues).toEqual(rows);
}

/** Lives forty days of forty people by a seed, and checks in every way that the community is whole in the end. */
export async function checkCommunity(seed: number): Promise<void> {
  const life = await liveCommunity(seed);
  const check = await checkData(life.shop.town.store);
  expect(check.differences).toEqual([]);
  expect(check.journals).toBeGreaterThan(500);
  expect(life.shop.town.lines).toEqual([]);
  checkStreaks(life);
  await checkPoints(life);
  await checkCoupons(life);
  await checkInvites(life);
  checkFirstActions(life);
  await checkBoards(life);
  await checkLeagues(life);
  await checkTimer(life);
  checkReminders(life);
  expect(life.messages.length).toBeGreaterThan(5);
  await checkPages(life);
  // The life had its share of trouble.
  expect([...life.refused.keys()]).toContain('already_checked_in');
  expect(life.refused.size).toBeGreaterThan(3);
}
