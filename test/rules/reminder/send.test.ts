// What becomes of a reminder that is due, and of one that was handed over: a table of facts and outcomes.
import { describe, expect, test } from 'vitest';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { createWorkspace } from '#core/rules/audit/workspace';
import { markDay } from '#core/rules/checkin/record';
import { decideAccept } from '#core/rules/reminder/accept';
import { perKind, STANDING } from '#core/rules/reminder/kinds';
import { messageOf } from '#core/rules/reminder/message';
import { projectReminder } from '#core/rules/reminder/project';
import { type Claimed, type DueFacts, decideSend, decideSettle, type SendOutcome } from '#core/rules/reminder/send';
import { newWallet } from '#core/rules/reminder/wallet';
import type { CouponDocument, ReminderDocument, ReminderPlan } from '#core/tables';
import { type Day, dayStartAt } from '#core/values/day';
import { DAY_MS, HOUR_MS, type Instant, MINUTE_MS } from '#core/values/instant';
import { points } from '#core/values/points';
import { aCampaign, aCommunity, aCoupon, aMember, amountOff, aRedemption } from '../../support/documents';

const community = aCommunity();
const clock = (on: Day, hours: number): Instant => dayStartAt(on, { zone: 'Asia/Shanghai', dayStartsMinutes: hours * 60 });

const morning = clock('2026-03-30', 9.5);
const evening = clock('2026-03-10', 20);
const coupon = aCoupon();
const couponPlan: ReminderPlan = { kind: 'coupon_expiring', about: coupon.id, on: '2026-03-30', dueAt: morning, plannedAt: 0 };
const checkinPlan: ReminderPlan = { kind: 'checkin_open', about: 'x', on: '2026-03-10', dueAt: evening, plannedAt: 0 };
const yesterday = { checkins: { x: markDay(markDay(undefined, '2026-03-08'), '2026-03-09') } };

function aWallet(part: Partial<ReminderDocument> = {}): ReminderDocument {
  return { ...newWallet('c', 'anna'), credits: { coupon_expiring: 2, checkin_open: 2 }, ...part };
}

function facts(part: Partial<DueFacts> = {}): DueFacts {
  return {
    community,
    wallet: aWallet(),
    member: aMember('anna', yesterday),
    isKnown: true,
    hasTemplate: perKind(() => true),
    couponOf: (id) => (id === coupon.id ? coupon : null),
    campaignOf: (id) => (id === 'x' ? aCampaign('checkin_plan') : null),
    at: morning,
    ...part,
  };
}

const couponDue = (part: Partial<DueFacts> = {}) => facts({ wallet: aWallet({ plans: [couponPlan] }), at: morning, ...part });
const checkinDue = (part: Partial<DueFacts> = {}) => facts({ wallet: aWallet({ plans: [checkinPlan] }), at: evening, ...part });

/** The events of a decision, and the claim if there was one. */
function decided(given: DueFacts): { claimed: Claimed | null; events: readonly JournalEvent[] } {
  const decision = decideSend(given);
  if (decision.kind !== 'done') throw new Error('sending is never refused');
  return { claimed: decision.value, events: decision.events };
}

function reasonsOf(given: DueFacts): string[] {
  const { claimed, events } = decided(given);
  expect(claimed).toBeNull();
  return events.flatMap((event) => (event.kind === 'reminder_dropped' ? [event.reason] : []));
}

/** A wallet after events at an instant. */
function walletAfter(wallet: ReminderDocument, events: readonly JournalEvent[], at: Instant): ReminderDocument {
  const workspace = createWorkspace('c', { has: () => true, get: (id) => (id === wallet.id ? wallet : undefined) });
  for (const event of events) {
    if (!event.kind.startsWith('reminder_')) throw new Error(`not about reminders: ${event.kind}`);
    projectReminder(workspace, event as never, { actorId: '_timer', at, on: '2026-03-10' });
  }
  return workspace.get('reminder', wallet.memberId);
}

describe('a reminder that is due is claimed', () => {
  test('with its credit, its day and itself taken in the same step', () => {
    const given = couponDue();
    const { claimed, events } = decided(given);
    expect(claimed).toEqual({ memberId: 'anna', kind: 'coupon_expiring', abouts: [coupon.id], on: '2026-03-30', claimedAt: morning });
    expect(walletAfter(given.wallet, events, morning)).toMatchObject({
      credits: { coupon_expiring: 1, checkin_open: 2 },
      plans: [],
      dueAt: null,
      sentOn: ['2026-03-30'],
      sending: { kind: 'coupon_expiring', abouts: [coupon.id], claimedAt: morning },
    });
  });

  test('once: a second look at the wallet after the claim finds nothing to send', () => {
    const given = couponDue();
    const wallet = walletAfter(given.wallet, decided(given).events, morning);
    expect(decided({ ...given, wallet })).toEqual({ claimed: null, events: [] });
  });

  test('in the evening, while the check-in is open and the streak at risk', () => {
    expect(decided(checkinDue()).claimed).toMatchObject({ kind: 'checkin_open', abouts: ['x'], on: '2026-03-10' });
  });

  test('together with every other coupon that ends on the same day', () => {
    const other = aCoupon({ id: 'c/coupon/y/anna/1' }, { benefit: amountOff(300) });
    const later: ReminderPlan = { ...couponPlan, about: 'c/coupon/z/anna/1', on: '2026-03-31', dueAt: morning + DAY_MS };
    const wallet = aWallet({ plans: [couponPlan, { ...couponPlan, about: other.id }, later] });
    const couponOf = (id: string): CouponDocument | null => [coupon, other].find((one) => one.id === id) ?? null;
    const { claimed, events } = decided(couponDue({ wallet, couponOf }));
    expect(claimed?.abouts).toEqual([coupon.id, other.id]);
    expect(walletAfter(wallet, events, morning)).toMatchObject({ plans: [later], credits: { coupon_expiring: 1 } });
  });
});

describe('a reminder that is due is not sent, and its credit stays,', () => {
  const couponWith = (part: Partial<CouponDocument>) => couponDue({ couponOf: () => ({ ...coupon, ...part }) });
  const redemption = aRedemption(morning - HOUR_MS, '2026-03-30');
  const undone = { ...redemption, undoneAt: morning - 1, undoneBy: 'owner', undoReason: '按错了' };
  const cases: readonly [why: string, given: DueFacts, reason: string][] = [
    ['when the coupon has been redeemed since', couponWith({ redemption }), 'done'],
    ['when a redemption since has been taken back', couponWith({ undone: [undone] }), 'done'],
    ['when the coupon is gone', couponDue({ couponOf: () => null }), 'gone'],
    ['when the coupon has expired', couponDue({ at: clock('2026-04-01', 10) }), 'over'],
    ['when its day is over', couponDue({ at: clock('2026-03-31', 10) }), 'late'],
    ['when the quiet hours have begun', couponDue({ at: clock('2026-03-30', 21) }), 'late'],
    ['when the evening is over', checkinDue({ at: clock('2026-03-10', 21) }), 'late'],
    ['when the timer comes the next morning', checkinDue({ at: clock('2026-03-11', 10) }), 'late'],
    ['when the plan is paused', checkinDue({ campaignOf: () => aCampaign('checkin_plan', { state: 'paused' }) }), 'over'],
    ['when the plan has ended', checkinDue({ campaignOf: () => aCampaign('checkin_plan', { state: 'ended', endedAt: 1 }) }), 'over'],
    ['when the member is in the group no more', checkinDue({ campaignOf: () => aCampaign('checkin_plan', { groupId: 'g' }) }), 'over'],
    ['when the plan is gone', checkinDue({ campaignOf: () => null }), 'gone'],
    ['when the person has been erased', couponDue({ isKnown: false }), 'gone'],
    ['when there is no template any more', couponDue({ hasTemplate: perKind((kind) => kind !== 'coupon_expiring') }), 'unavailable'],
    ['when one went out today', checkinDue({ wallet: aWallet({ plans: [checkinPlan], sentOn: ['2026-03-10'] }) }), 'limit'],
    [
      'when three went out in the week',
      checkinDue({ wallet: aWallet({ plans: [checkinPlan], sentOn: ['2026-03-05', '2026-03-07', '2026-03-09'] }) }),
      'limit',
    ],
  ];
  test.each(cases)('%s', (_why, given, reason) => {
    expect(reasonsOf(given)).toEqual([reason]);
    const wallet = walletAfter(given.wallet, decided(given).events, given.at);
    expect(wallet).toMatchObject({ plans: [], credits: given.wallet.credits, sending: null });
  });

  test('when one went out today: what fades is looked at again tomorrow', () => {
    const plan: ReminderPlan = { kind: 'standing_fading', about: STANDING, on: '2026-03-30', dueAt: morning, plannedAt: 0 };
    const lot = { points: points(5), earnedOn: '2026-03-01', activeOn: '2026-03-01', expiresOn: '2026-03-31' };
    const member = aMember('anna', { lots: [lot], points: points(5) });
    const wallet = aWallet({ plans: [plan], credits: { standing_fading: 1 }, sentOn: ['2026-03-30'] });
    const due = facts({ wallet, member, at: clock('2026-03-30', 11) });
    expect(reasonsOf(due)).toEqual(['limit']);
    expect(walletAfter(wallet, decided(due).events, due.at)).toMatchObject({ plans: [{ kind: 'standing_fading', on: '2026-03-31' }] });
    expect(decided({ ...due, wallet: { ...wallet, sentOn: [] } }).claimed).toMatchObject({ abouts: [STANDING], on: '2026-03-30' });
  });

  test('when no credit is left', () => {
    const wallet = aWallet({ plans: [couponPlan], credits: { coupon_expiring: 0, checkin_open: 1 } });
    expect(reasonsOf(couponDue({ wallet }))).toEqual(['no_credit']);
  });

  test('when the member has checked in: it moves on to the next evening', () => {
    const checkins = { x: markDay(yesterday.checkins.x, '2026-03-10') };
    const given = checkinDue({ member: aMember('anna', { checkins }) });
    expect(reasonsOf(given)).toEqual(['done']);
    const wallet = walletAfter(given.wallet, decided(given).events, given.at);
    expect(wallet.plans).toMatchObject([{ about: 'x', on: '2026-03-11', dueAt: evening + DAY_MS }]);
    expect(wallet.credits.checkin_open).toBe(2);
  });

  test('when the member has checked in on the last day of the plan: it ends', () => {
    const checkins = { x: markDay(yesterday.checkins.x, '2026-03-10') };
    const campaignOf = () => aCampaign('checkin_plan', { endsOn: '2026-03-10' });
    const given = checkinDue({ member: aMember('anna', { checkins }), campaignOf });
    expect(walletAfter(given.wallet, decided(given).events, given.at)).toMatchObject({ plans: [], dueAt: null });
  });

  test('when a check-in of another plan is told first on that evening', () => {
    const wallet = aWallet({ plans: [checkinPlan, { ...checkinPlan, about: 'y' }] });
    const given = checkinDue({
      wallet,
      member: aMember('anna', { checkins: { ...yesterday.checkins, y: markDay(undefined, '2026-03-09') } }),
      campaignOf: (campaignId) => aCampaign('checkin_plan', { campaignId }),
    });
    const { claimed, events } = decided(given);
    expect(claimed?.abouts).toEqual(['x']);
    expect(events).toContainEqual({ kind: 'reminder_dropped', memberId: 'anna', reminder: 'checkin_open', about: 'y', reason: 'limit' });
  });
});

describe('the answer of the messenger', () => {
  const claim = () => {
    const given = couponDue({
      wallet: aWallet({ plans: [couponPlan, { ...couponPlan, about: 'c/coupon/z/anna/1', dueAt: morning + DAY_MS }] }),
    });
    return walletAfter(given.wallet, decided(given).events, morning);
  };
  const settled = (outcome: SendOutcome, at: Instant = morning, claimedAt: Instant = morning) => {
    const wallet = claim();
    const decision = decideSettle({ community, wallet, claimedAt, outcome, at });
    if (decision.kind !== 'done') throw new Error('an answer is never refused');
    return decision.events.length === 0 ? null : walletAfter(wallet, decision.events, at);
  };
  const other = [{ about: 'c/coupon/z/anna/1' }];

  test('sent: the credit is used, and the day taken', () => {
    expect(settled('sent')).toMatchObject({ sending: null, sentOn: ['2026-03-30'], credits: { coupon_expiring: 1 }, plans: other });
  });

  test('no credit: nothing of the kind is left, and nothing of it is tried again', () => {
    expect(settled('no_credit')).toMatchObject({ sending: null, sentOn: [], credits: { coupon_expiring: 0, checkin_open: 2 }, plans: [] });
  });

  test.each(['banned', 'bad_data'] as const)(
    '%s: nothing was sent, the credit comes back, and this reminder is not tried again',
    (outcome) => {
      expect(settled(outcome)).toMatchObject({ sending: null, sentOn: [], credits: { coupon_expiring: 2 }, plans: other });
    },
  );

  test('later: the credit comes back, and the same reminder is due ten minutes later', () => {
    const wallet = settled('later');
    expect(wallet).toMatchObject({ sending: null, sentOn: [], credits: { coupon_expiring: 2 }, dueAt: morning + 10 * MINUTE_MS });
    expect(wallet?.plans).toContainEqual({ ...couponPlan, dueAt: morning + 10 * MINUTE_MS, plannedAt: morning });
  });

  test('later, when the quiet hours come first: it is not tried again', () => {
    expect(settled('later', clock('2026-03-30', 20.9))).toMatchObject({ credits: { coupon_expiring: 2 }, plans: other });
  });

  test('about another claim than the one that stands changes nothing', () => {
    expect(settled('no_credit', morning, morning - 1)).toBeNull();
  });
});

describe('a message', () => {
  const subjects = { community, member: aMember('anna', yesterday), couponOf: facts().couponOf, campaignOf: facts().campaignOf };

  test('about a coupon says its title, what it is worth, its last day and the shop, and opens it', () => {
    expect(messageOf({ kind: 'coupon_expiring', abouts: [coupon.id], on: '2026-03-30' }, subjects)).toEqual({
      kind: 'coupon_expiring',
      fields: {
        coupon: { type: 'text', text: '券' },
        worth: { type: 'benefit', benefit: amountOff(500) },
        until: { type: 'day', day: '2026-03-31' },
        shop: { type: 'text', text: '店家' },
      },
      page: '/packages/member/ticket/index?c=c&coupon=c%2Fcoupon%2Fx%2Fanna%2F1',
    });
  });

  test('about several coupons says how many and the sum, and opens the wallet', () => {
    const couponOf = (id: string) => aCoupon({ id }, { title: '很长很长很长很长很长很长的名字' });
    const message = messageOf({ kind: 'coupon_expiring', abouts: ['a', 'b', 'c'], on: '2026-03-30' }, { ...subjects, couponOf });
    expect(message?.fields).toMatchObject({
      coupon: { text: '很长很长很长很长很长很长 等 3 张' },
      worth: { type: 'benefit', benefit: amountOff(1_500) },
    });
    expect(message?.page).toBe('/packages/member/wallet/index?c=c');
  });

  test('about a check-in says the plan, the days in a row and until when, and opens the plan', () => {
    expect(messageOf({ kind: 'checkin_open', abouts: ['x'], on: '2026-03-10' }, subjects)).toEqual({
      kind: 'checkin_open',
      fields: {
        plan: { type: 'text', text: '活动' },
        streak: { type: 'count', count: 2 },
        until: { type: 'moment', at: dayStartAt('2026-03-11', { zone: 'Asia/Shanghai', dayStartsMinutes: 0 }) - 1, zone: 'Asia/Shanghai' },
      },
      page: '/packages/member/campaign/index?c=c&id=x',
    });
  });

  test('about what is gone says nothing', () => {
    expect(messageOf({ kind: 'checkin_open', abouts: ['gone'], on: '2026-03-10' }, subjects)).toBeNull();
    expect(messageOf({ kind: 'coupon_expiring', abouts: ['gone'], on: '2026-03-30' }, subjects)).toBeNull();
  });
});

test('a wallet holds at most twenty credits of a kind and twenty plans, whatever a phone says', () => {
  let wallet = newWallet('c', 'anna');
  for (let n = 1; n <= 30; n += 1) {
    const plan = { ...couponPlan, about: `c/coupon/x/anna/${n}` };
    const decision = decideAccept({ memberId: 'anna', wallet, accepted: [{ kind: 'coupon_expiring', plan }], at: n });
    if (decision.kind === 'done') wallet = walletAfter(wallet, decision.events, n);
  }
  expect(wallet.credits.coupon_expiring).toBe(20);
  expect(wallet.plans).toHaveLength(20);
});
