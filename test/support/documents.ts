// Documents for tests of rules: plain and whole, each with what a test wants to be different.
import type { OpenAtFirst } from '#core/rules/campaign/first-action';
import { defaultParameters } from '#core/rules/campaign/parameters';
import { type CampaignTypeCode, campaignTypes } from '#core/rules/campaign/types/index';
import type { Benefit } from '#core/rules/coupon/benefit';
import { newMember } from '#core/rules/membership/member';
import type { CampaignDocument, CommunityDocument, CouponDocument, InviteDocument, MemberDocument, StockDocument } from '#core/tables';
import { type Day, dayStartAt } from '#core/values/day';
import { type Fen, fen } from '#core/values/fen';
import { HOUR_MS, type Instant } from '#core/values/instant';
import { points } from '#core/values/points';

export const calendar = { zone: 'Asia/Shanghai', dayStartsMinutes: 0 };

/** Ten in the morning of a day in Shanghai. */
export function morningOf(day: Day): Instant {
  return dayStartAt(day, calendar) + 10 * HOUR_MS;
}

/** A community in Shanghai with one bound group. */
export function aCommunity(part: Partial<CommunityDocument> = {}): CommunityDocument {
  return {
    id: 'c/community',
    name: '社群',
    theme: '主题',
    promise: '每天都来',
    organiser: '店家',
    contact: '010-5555 0101',
    ...calendar,
    ownerId: 'owner',
    groups: [{ groupId: 'g', label: '群', boundAt: 0 }],
    openCampaigns: [],
    recentCampaigns: [],
    splitStocks: {},
    createdAt: 0,
    ...part,
  };
}

/** A live campaign over March 2026 with its type's own beginning. */
export function aCampaign(type: CampaignTypeCode, part: Partial<CampaignDocument> = {}): CampaignDocument {
  const window = { startsOn: '2026-03-01', endsOn: '2026-03-31' };
  return {
    id: 'c/campaign/x',
    campaignId: 'x',
    type,
    state: 'live',
    version: 1,
    title: '活动',
    summary: '',
    ...window,
    groupId: null,
    createdAt: 0,
    publishedAt: 0,
    endedAt: null,
    ...part,
    parameters: { ...defaultParameters(campaignTypes[type].parameters, window), ...part.parameters },
  };
}

/** A stock with plenty of everything. */
export function aStock(part: Partial<StockDocument> = {}): StockDocument {
  const none = { couponsIssued: 0, pointsIssued: points(0), claimers: 0, checkedIn: null };
  return { id: 'c/stock/x', campaignId: 'x', couponsReserved: 100, pointsReserved: points(50_000), ...none, ...part };
}

/** Somebody who has joined. */
export function aMember(memberId: string, part: Partial<MemberDocument> = {}): MemberDocument {
  return { ...newMember('c', memberId, { kind: 'direct' }, 0), role: 'member', joinedAt: 0, ...part };
}

/** What a coupon of an amount off is worth. */
export function amountOff(amountOffFen: number): Benefit {
  return { kind: 'amount_off', amountOffFen: fen(amountOffFen) };
}

/** A coupon of five yuan off thirty, for March 2026. */
export function aCoupon(part: Partial<CouponDocument> = {}, terms: Partial<CouponDocument['terms']> = {}): CouponDocument {
  return {
    id: 'c/coupon/x/anna/1',
    campaignId: 'x',
    memberId: 'anna',
    number: '123456',
    terms: {
      title: '券',
      benefit: amountOff(500),
      thresholdFen: fen(3_000),
      useFromOn: '2026-03-01',
      useUntilOn: '2026-03-31',
      groupId: null,
      version: 1,
      ...terms,
    },
    claimedAt: 0,
    reason: 'claim',
    redemption: null,
    redeemedAt: null,
    undone: [],
    ...part,
  };
}

/** A redemption at an instant. */
export function aRedemption(redeemedAt: Instant, redeemedOn: Day): NonNullable<CouponDocument['redemption']> {
  return { redeemedAt, redeemedOn, clerkId: 'clerk', orderFen: 3_000 as Fen, offFen: 500 as Fen, payFen: 2_500 as Fen };
}

/** A thread that has been opened. */
export function anInvite(inviterId: string, inviteeId: string, part: Partial<InviteDocument> = {}): InviteDocument {
  const id = `c/invite/x/${inviterId}/${inviteeId}`;
  const open = { state: 'opened', reason: null, openedAt: 0, joinedAt: null, settledAt: null, coupons: [] } as const;
  return { id, campaignId: 'x', inviterId, inviteeId, ...open, ...part };
}

/** Neither an invite nor a welcome gift that a first own action could bring. */
export const nothingOpen = (): OpenAtFirst => ({ invite: null, welcome: null });
