// The line on who may use an offer at the counter: in the terms of what is redeemed there, and in no others.
import { describe, expect, test } from 'vitest';
import { campaignTerms } from '#core/rules/campaign/lifecycle';
import type { CampaignParameters } from '#core/rules/campaign/parameters';
import type { CampaignTypeCode } from '#core/rules/campaign/types/index';
import { aCampaign, aCommunity } from '../../support/documents';

function saysAdults(type: CampaignTypeCode, parameters: CampaignParameters = {}): boolean {
  return campaignTerms(aCampaign(type, { parameters }), aCommunity()).some(({ code }) => code === 'adults_redeem');
}

const prize = (row: object) => ({ ranks: [{ untilRank: 1, ...row }] }) as CampaignParameters;

describe('that adults only use it at the counter', () => {
  test.each([
    ['coupon_drop', {}],
    ['group_price', {}],
    ['invite_reward', {}],
    ['trial', {}],
    ['points_exchange', { gives: 'goods' }],
    ['welcome_gift', { gives: 'coupon' }],
    ['season_prize', prize({ gives: 'gift', item: '豆浆一杯', thresholdFen: 0, validDays: 7 })],
  ] as const)('is said where there is something to redeem: %s %o', (type, parameters) => {
    expect(saysAdults(type, parameters)).toBe(true);
  });

  test.each([
    ['poll', {}],
    ['topic', {}],
    ['question', {}],
    ['notice', {}],
    ['checkin_plan', {}],
    ['quiz', {}],
    ['welcome_gift', { gives: 'points' }],
    ['season_prize', prize({ gives: 'points', points: 50 })],
  ] as const)('is not said where there is nothing, or points only: %s %o', (type, parameters) => {
    expect(saysAdults(type, parameters)).toBe(false);
  });
});
