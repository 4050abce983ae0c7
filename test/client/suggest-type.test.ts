// Which play a community is told that it lacks.
import { describe, expect, test } from 'vitest';
import { goalOf, goals, suggestedType } from '#app/features/campaign/suggest-type';
import { type CampaignTypeCode, campaignTypeCodes } from '#core/rules/campaign/types/index';

const all: readonly CampaignTypeCode[] = campaignTypeCodes;

describe('the play that is suggested', () => {
  test.each<[string, readonly CampaignTypeCode[], CampaignTypeCode | null]>([
    ['nothing runs', [], 'checkin_plan'],
    ['coupons run and nobody checks in', ['coupon_drop'], 'checkin_plan'],
    ['people check in and newcomers get nothing', ['checkin_plan'], 'welcome_gift'],
    ['points have no use', ['checkin_plan', 'welcome_gift'], 'points_exchange'],
    ['there is all of it', ['points_exchange', 'checkin_plan', 'welcome_gift'], null],
  ])('when %s', (_when, running, suggested) => {
    expect(suggestedType(running, all)).toBe(suggested);
  });

  test('is one that can be chosen', () => {
    expect(suggestedType([], ['coupon_drop', 'welcome_gift'])).toBe('welcome_gift');
  });
});

test('every play serves a goal, and every goal has plays', () => {
  expect([...new Set(all.map((code) => goalOf[code]))].sort()).toEqual([...goals].sort());
});
