// Leaving for good: what goes, what stays so that nothing is earned twice, and which coupons lose their holder.
import { describe, expect, test } from 'vitest';
import { makeUpDay, markDay } from '#core/rules/checkin/record';
import { decideErase, erasedMember, isVoid } from '#core/rules/membership/erase';
import { points } from '#core/values/points';
import { aCoupon, aMember, anInvite, aRedemption } from '../../support/documents';

const today = '2026-03-10';

describe('erasing', () => {
  test('is not for owners', () => {
    expect(decideErase(aMember('owner', { role: 'owner' }), null)).toMatchObject({ kind: 'refused', refusal: { code: 'owner_stays' } });
  });

  test.each(['opened', 'joined'] as const)('ends an invite that is %s, gives the points back, and erases', (state) => {
    const decision = decideErase(aMember('anna', { points: points(30) }), anInvite('eva', 'anna', { state }));
    expect(decision).toMatchObject({
      kind: 'done',
      events: [
        { kind: 'invite_settled', inviterId: 'eva', inviteeId: 'anna', refusal: 'left' },
        { kind: 'points_forfeited', memberId: 'anna', points: 30 },
        { kind: 'member_erased' },
      ],
    });
  });

  test.each(['rewarded', 'refused'] as const)('leaves an invite alone that is %s, and moves no points where there are none', (state) => {
    const decision = decideErase(aMember('clerk', { role: 'clerk' }), anInvite('eva', 'clerk', { state }));
    expect(decision).toMatchObject({ kind: 'done', events: [{ kind: 'member_erased' }] });
  });
});

describe('an erased member', () => {
  const marked = markDay(makeUpDay(markDay(undefined, '2026-03-07'), '2026-03-08', { source: 'monthly', month: '2026-03' }), today);
  const paid = { '2026-03-01': { streak: [2], total: [] } };
  const record = { ...marked, paid, graduatedOn: today, cards: 2 };
  const before = aMember('anna', {
    source: { kind: 'invite', inviterId: 'eva', campaignId: 'x' },
    groups: { g: 1 },
    checkins: { plan: record, old: markDay(undefined, '2026-03-01') },
    claims: { x: { total: 2, on: today, today: 1 } },
    invitedBy: { campaignId: 'x', inviterId: 'eva', openedAt: 1 },
    invites: { x: { total: 1, on: today, today: 1 } },
    firstActionAt: 7,
    funnel: { x: 15 },
    entries: {
      quiz: { kind: 'quiz', answeredAt: 5, chosen: [2, 1], right: 1, points: points(2) },
      poll: { kind: 'poll', answeredAt: 6, chosen: [3] },
      topic: { kind: 'topic', state: 'refused', refusal: 'offensive', at: 7 },
      talk: { kind: 'question', asked: 2, thanked: ['eva'] },
    },
    helped: 4,
    redemptions: { x: 1 },
    hidden: true,
    scores: { 'checkin.week': { board: 'c/board/checkin/week/2026-03-09', points: 2, at: 1, before: { on: '2026-03-10', points: 1 } } },
    sequence: 9,
  });
  const after = erasedMember(before, 1_000, today);

  test('is a visitor who came from nowhere, stands in no group, and is on no board', () => {
    expect(after).toMatchObject({
      role: 'visitor',
      joinedAt: null,
      source: { kind: 'direct' },
      groups: {},
      invitedBy: null,
      hidden: false,
      scores: {},
      funnel: {},
      points: 0,
      erasedAt: 1_000,
    });
  });

  test('has used up what they used up', () => {
    const { claims, invites, redemptions, firstActionAt, sequence } = before;
    expect(after).toMatchObject({ claims, invites, redemptions, firstActionAt, sequence });
  });

  test('has answered what they answered, though nothing says what, and has helped nobody yet', () => {
    expect(after.entries).toEqual({
      quiz: { kind: 'quiz', answeredAt: 5, chosen: [], right: 0, points: 0 },
      poll: { kind: 'poll', answeredAt: 6, chosen: [] },
      topic: { kind: 'topic', state: 'none', refusal: null, at: 7 },
      talk: { kind: 'question', asked: 2, thanked: ['eva'] },
    });
    expect(after.helped).toBe(0);
  });

  test('begins every streak anew, though today stays done and nothing is paid twice: milestones, graduation, first rewards, the month’s cards', () => {
    const kept = { lastOn: today, paid, rewardedDays: 2, graduatedOn: today, monthly: { month: '2026-03', used: 1 }, restWeekdays: 0 };
    expect(after.checkins['plan']).toEqual({
      ...kept,
      streakDays: 1,
      bestStreakDays: 1,
      totalDays: 1,
      months: { '2026-03': 1 << 9 },
      madeUp: {},
      cards: 0,
    });
    expect(after.checkins['old']).toMatchObject({ totalDays: 0, months: {}, rewardedDays: 1 });
    const later = erasedMember(before, 1_000, '2026-03-11');
    expect(later.checkins['plan']).toEqual({
      ...kept,
      streakDays: 0,
      bestStreakDays: 0,
      totalDays: 0,
      months: {},
      madeUp: {},
      cards: 0,
    });
    expect(markDay(later.checkins['plan'], '2026-03-11')).toMatchObject({ streakDays: 1, totalDays: 1, rewardedDays: 3 });
  });
});

describe('a coupon', () => {
  const holder = { erasedAt: 100 };
  test.each([
    ['claimed before is void', aCoupon({ claimedAt: 99 }), holder, true],
    ['claimed after is not', aCoupon({ claimedAt: 101 }), holder, false],
    ['that was used stays used', aCoupon({ claimedAt: 99, redemption: aRedemption(99, today) }), holder, false],
    ['of somebody who stayed is not', aCoupon({ claimedAt: 99 }), {}, false],
  ])('%s', (_what, coupon, of, expected) => expect(isVoid(coupon, of)).toBe(expected));
});
