// The order of refusals: a subject with every fault at once hears the first; each row repairs the fault before it.
import { describe, expect, test } from 'vitest';
import { decideCheckIn } from '#core/rules/checkin/check-in';
import { markDay } from '#core/rules/checkin/record';
import { decideClaim } from '#core/rules/coupon/claim';
import { settleEvents, type TouchFacts, touchEvents } from '#core/rules/invite/settle';
import { decideRedeem, decideUndo, orderRefusal, useRefusal } from '#core/rules/redemption/redeem';
import type { CampaignDocument, MemberDocument } from '#core/tables';
import { fen } from '#core/values/fen';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '#core/values/instant';
import { aCampaign, aCommunity, aCoupon, aMember, anInvite, aRedemption, aStock, nothingOpen } from '../support/documents';
import { at, audienceFaults, codeOf, forGroup, gateFaults, inGroup } from '../support/gate-faults';

const community = aCommunity();
const numberOf = () => '123456';

describe('a claim names', () => {
  const spent = { claims: { x: { total: 1, on: '2026-03-09', today: 1 } } };
  const leaves = (left: number) => ({ left, leftAltogether: left });
  const empty = leaves(0);
  const claim = (campaign: Partial<CampaignDocument>, member: Partial<MemberDocument>, stock = empty) =>
    decideClaim({
      community,
      campaign: aCampaign('coupon_drop', campaign),
      stock,
      member: aMember('anna', member),
      quantity: 1,
      openAtFirst: nothingOpen,
      at,
      numberOf,
    });

  test.each(gateFaults)('%s before the limit and the stock', (code, campaign) => {
    expect(codeOf(claim(campaign, spent))).toBe(code);
  });

  test.each(audienceFaults)('%s before the limit and the stock', (code, member) => {
    expect(codeOf(claim(forGroup, { ...spent, ...member }))).toBe(code);
  });

  test('then the limit, then the stock, then gives', () => {
    expect(codeOf(claim({ groupId: 'g' }, { ...spent, ...inGroup }))).toBe('limit_reached');
    expect(codeOf(claim({ groupId: 'g' }, inGroup))).toBe('sold_out');
    expect(codeOf(claim({ groupId: 'g' }, inGroup, leaves(1)))).toBe('done');
  });

  test('the group by the age of its proof: half an hour for a claim', () => {
    const stock = leaves(100);
    expect(codeOf(claim({ groupId: 'g' }, { groups: { g: at - 30 * MINUTE_MS } }, stock))).toBe('done');
    expect(codeOf(claim({ groupId: 'g' }, { groups: { g: at - 30 * MINUTE_MS - 1 } }, stock))).toBe('not_in_group');
    expect(codeOf(claim({ groupId: 'g' }, { groups: { other: at } }, stock))).toBe('not_in_group');
  });
});

describe('a check-in names', () => {
  const done = { checkins: { x: markDay(undefined, '2026-03-10') } };
  const checkIn = (campaign: Partial<CampaignDocument>, member: Partial<MemberDocument>) =>
    decideCheckIn({
      community,
      campaign: aCampaign('checkin_plan', campaign),
      stock: aStock(),
      member: aMember('anna', member),
      openAtFirst: nothingOpen,
      at,
      numberOf,
    });

  test.each(gateFaults)('%s before today being done', (code, campaign) => {
    expect(codeOf(checkIn(campaign, done))).toBe(code);
  });

  test.each(audienceFaults)('%s before today being done', (code, member) => {
    const checkins = { ...member.checkins, ...done.checkins };
    expect(codeOf(checkIn(forGroup, { ...done, ...member, checkins: code === 'streak_too_short' ? {} : checkins }))).toBe(code);
  });

  test('then that today is done, then counts', () => {
    expect(codeOf(checkIn({ groupId: 'g' }, { ...done, ...inGroup }))).toBe('already_checked_in');
    expect(codeOf(checkIn({ groupId: 'g' }, inGroup))).toBe('done');
  });

  test('today as done when the clock has gone back behind the last check-in', () => {
    expect(codeOf(checkIn({}, { checkins: { x: markDay(undefined, '2026-03-11') } }))).toBe('already_checked_in');
  });
});

describe('a use at the counter names', () => {
  const redemption = aRedemption(at - HOUR_MS, '2026-03-10');
  const holder = aMember('anna');
  const redeem = (coupon: ReturnType<typeof aCoupon>, who = holder, orderFen = fen(1)) =>
    decideRedeem({ community, coupon, holder: who, today: '2026-03-10', at, orderFen, clerkId: 'clerk', settling: null });
  const expired = { useUntilOn: '2026-03-09', groupId: 'g' };
  const early = { useFromOn: '2026-03-11', groupId: 'g' };

  test('a use before, then a holder who has left, before the day', () => {
    const gone = aMember('anna', { erasedAt: 0 });
    expect(codeOf(redeem(aCoupon({ redemption }, early), gone))).toBe('already_redeemed');
    expect(codeOf(redeem(aCoupon({}, early), gone))).toBe('coupon_void');
    expect(codeOf(redeem(aCoupon({}, expired), gone))).toBe('coupon_void');
  });

  test('a use before, then a day too early or too late, then the group, then the threshold', () => {
    expect(codeOf(redeem(aCoupon({ redemption }, expired)))).toBe('already_redeemed');
    expect(codeOf(redeem(aCoupon({ redemption }, early)))).toBe('already_redeemed');
    expect(codeOf(redeem(aCoupon({}, early)))).toBe('coupon_not_yet');
    expect(codeOf(redeem(aCoupon({}, expired)))).toBe('coupon_expired');
    expect(codeOf(redeem(aCoupon({}, { groupId: 'g' })))).toBe('not_in_group');
    expect(codeOf(redeem(aCoupon({}, { groupId: 'g' }), aMember('anna', inGroup)))).toBe('below_threshold');
    expect(codeOf(redeem(aCoupon({}, { groupId: 'g' }), aMember('anna', inGroup), fen(3_000)))).toBe('done');
  });

  test('the same before the amount is known, but for the threshold', () => {
    const facts = { community, coupon: aCoupon({}, { groupId: 'g' }), holder, today: '2026-03-10', at };
    expect(useRefusal(facts)?.code).toBe('not_in_group');
    expect(useRefusal({ ...facts, holder: aMember('anna', inGroup) })).toBeNull();
    expect(orderRefusal(aCoupon().terms, fen(2_999))).toMatchObject({ data: { missingFen: 1 } });
    expect(orderRefusal(aCoupon().terms, fen(3_000))).toBeNull();
  });

  test('of an undo, that nothing was redeemed, then that it is too late', () => {
    const undo = (redeemedAt: number | null) =>
      decideUndo({ coupon: aCoupon(redeemedAt === null ? {} : { redemption: aRedemption(redeemedAt, '2026-03-09') }), reason: '错了', at });
    expect(codeOf(undo(null))).toBe('not_redeemed');
    expect(codeOf(undo(at - DAY_MS - 1))).toBe('undo_too_late');
    expect(codeOf(undo(at - DAY_MS))).toBe('done');
  });
});

describe('a touch of an invite names', () => {
  const calendar = { zone: community.zone, dayStartsMinutes: 0 };
  const link = { id: 'c/inviteLink/t', token: 't', campaignId: 'x', inviterId: 'anna', createdAt: 0 };
  const full = { x: { total: 5, on: '2026-03-09', today: 1 } };
  const bound = { campaignId: 'x', inviterId: 'eva', openedAt: at - DAY_MS };
  const facts: TouchFacts = {
    link,
    campaign: aCampaign('invite_reward', { state: 'ended', endedAt: at }),
    inviter: aMember('anna', { invites: full, invitedBy: { campaignId: 'x', inviterId: 'bob', openedAt: 0 } }),
    invitee: aMember('bob', { invitedBy: bound }),
    inviteeId: 'bob',
    existing: null,
    boundCampaign: aCampaign('invite_reward'),
    today: '2026-03-10',
    calendar,
    at,
  };
  const visitor = aMember('bob', { role: 'visitor', joinedAt: null, invitedBy: bound });
  const free = { ...visitor, invitedBy: null };
  const gone = { invites: full, role: 'visitor', joinedAt: null } as const;

  test('self, loop, member already, left, invited already, campaign over, limit, and then binds', () => {
    const rows: [string | null, Partial<TouchFacts>][] = [
      ['self', { inviteeId: 'anna' }],
      ['loop', {}],
      ['already_member', { inviter: aMember('anna', { invites: full }) }],
      ['already_member', { inviter: aMember('anna', gone), invitee: { ...visitor, firstActionAt: 1 } }],
      ['left', { inviter: aMember('anna', gone), invitee: visitor }],
      ['already_invited', { inviter: aMember('anna', { invites: full }), invitee: visitor }],
      ['campaign_over', { inviter: aMember('anna', { invites: full }), invitee: free }],
      ['limit_reached', { inviter: aMember('anna', { invites: full }), invitee: free, campaign: aCampaign('invite_reward') }],
      [null, { inviter: aMember('anna'), invitee: free, campaign: aCampaign('invite_reward') }],
      [null, { inviter: aMember('anna'), invitee: null, campaign: aCampaign('invite_reward') }],
    ];
    expect(rows.map(([, part]) => touchEvents({ ...facts, ...part }).refusal)).toEqual(rows.map(([reason]) => reason));
  });

  test('an earlier thread only when it is over: opened in time it stays, refused or run out it opens anew', () => {
    const open = { ...facts, inviter: aMember('anna'), invitee: free, campaign: aCampaign('invite_reward') };
    const events = (existing: ReturnType<typeof anInvite> | null) => touchEvents({ ...open, existing }).events.map((event) => event.kind);
    expect(events(null)).toEqual(['invite_opened']);
    expect(events(anInvite('anna', 'bob', { openedAt: at - 7 * DAY_MS }))).toEqual([]);
    expect(events(anInvite('anna', 'bob', { openedAt: at - 7 * DAY_MS - 1 }))).toEqual(['invite_opened']);
    expect(events(anInvite('anna', 'bob', { state: 'refused', reason: 'campaign_over' }))).toEqual(['invite_opened']);
    expect(events(anInvite('anna', 'bob', { state: 'rewarded' }))).toEqual([]);
  });

  test('at the settlement: campaign over, touch run out, limit, stock, and then pays both', () => {
    const settle = (part: object) => {
      const base = {
        campaign: aCampaign('invite_reward', { state: 'ended', endedAt: at }),
        stock: aStock({ couponsIssued: 99 }),
        inviter: aMember('anna', { invites: full }),
        friend: aMember('bob', { invitedBy: { campaignId: 'x', inviterId: 'anna', openedAt: at - 8 * DAY_MS } }),
        today: '2026-03-10',
        calendar,
        at,
        communityId: 'c',
        numberOf,
      };
      return settleEvents({ ...base, ...part });
    };
    const live = { campaign: aCampaign('invite_reward') };
    const fresh = { ...live, friend: aMember('bob', { invitedBy: { campaignId: 'x', inviterId: 'anna', openedAt: at - 7 * DAY_MS } }) };
    const rows: [string | null, object][] = [
      ['campaign_over', {}],
      ['touch_expired', live],
      ['limit_reached', fresh],
      ['limit_reached', { ...fresh, inviter: aMember('anna', { invites: { x: { total: 3, on: '2026-03-10', today: 3 } } }) }],
      ['sold_out', { ...fresh, inviter: aMember('anna', { invites: { x: { total: 3, on: '2026-03-09', today: 3 } } }) }],
      [null, { ...fresh, inviter: aMember('anna'), stock: aStock({ couponsIssued: 98 }) }],
    ];
    for (const [refusal, part] of rows) expect(settle(part).at(-1)).toMatchObject({ kind: 'invite_settled', refusal });
    expect(settle(rows.at(-1)?.[1] ?? {}).map((event) => event.kind)).toEqual(['coupon_issued', 'coupon_issued', 'invite_settled']);
    expect(settle({ friend: aMember('bob') })).toEqual([]);
    const left = settle({ ...fresh, inviter: aMember('anna', { role: 'visitor', joinedAt: null }), stock: aStock({ couponsIssued: 98 }) });
    expect(left).toMatchObject([
      { kind: 'coupon_issued', memberId: 'bob' },
      { kind: 'invite_settled', refusal: 'left' },
    ]);
  });
});
