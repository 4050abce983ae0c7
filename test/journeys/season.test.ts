// Story: prizes of the check-in board, from the form to a settlement that everybody can read, and what an early end owes.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#core/values/day';
import { launchBrowser } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let playground: Playground;
let planId: string;
let prizesId: string;
let dropId: string;

const ranks: Record<string, string | number>[] = [
  { untilRank: 1, gives: 'gift', item: '豆浆一杯', thresholdFen: 0, validDays: 7 },
  { untilRank: 3, gives: 'amount_off', amountOffFen: 500, thresholdFen: 3_000, validDays: 14 },
  { untilRank: 10, gives: 'points', points: 20 },
];

const here = () => ({ communityId: shop.communityId });
const pageOf = (campaignId: string) => `/packages/member/campaign/index?c=${shop.communityId}&id=${campaignId}`;
const manage = () => `/packages/owner/manage/index?id=${prizesId}`;
const checkIn = async (...personas: readonly string[]) => {
  for (const persona of personas) await (await stage.voice(persona)).get('checkin.checkIn', { ...here(), campaignId: planId });
};
const nextDay = () => stage.playground('clock', { to: 'next_day' });
const settlement = async () => (await shop.owner.get('leaderboard.settlement', { ...here(), campaignId: prizesId })).settlement;
const states = async () => (await settlement())?.rows.map(({ state }) => state);
const look = async (persona: string, pictures: Parameters<typeof pictureAll>[3]) => {
  expect(await pictureAll(browser, stage.origin, persona, pictures)).toEqual([]);
  expect(await pictureAll(browser, stage.origin, persona, pictures, true)).toEqual([]);
};

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  const { today } = shop;
  planId = await shop.publish('checkin_plan', '早市打卡');
  prizesId = await shop.publish('season_prize', '本周打卡榜有奖', { endsOn: addDays(today, 11), parameters: { period: 'week', ranks } });
  dropId = await shop.publish('coupon_drop', '满 30 减 5');
  await shop.join('member', '小林');
  await shop.join('neighbour', '梅姨');
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

describe('prizes of the board', () => {
  test('are asked for step by step: points, or a coupon with its own fields', async () => {
    const phone = await playground.phone('owner');
    await phone.go('/packages/owner/editor/index?type=season_prize');
    await phone.at('field-ranks-0-gives').click();
    await phone.at('field-ranks-0-gives-3').click();
    await phone.at('field-ranks-0-item').waitFor();
    await expect.poll(() => phone.at('field-ranks-0-points').count()).toBe(0);
    await phone.screenshot('season-1-form');
  });

  test('are forecast as one figure where every place is won, and as nothing that could run out', async () => {
    const { types } = await shop.owner.get('campaign.types', here());
    const start = types.find(({ code }) => code === 'season_prize')?.start;
    if (start === undefined) throw new Error('season prizes are offered');
    const first = [{ untilRank: 1, gives: 'points', points: 50 }];
    const draft = { ...start, title: '下周打卡榜有奖', endsOn: addDays(shop.today, 13), parameters: { ...start.parameters, ranks: first } };
    const { campaignId } = await shop.owner.get('campaign.save', { ...here(), draft });
    const phone = await playground.phone('owner');
    await phone.go(`/packages/owner/preview/index?id=${campaignId}`);
    await expect.poll(() => phone.at('forecast-cost').textContent()).toMatch(/大概花 [\d,]+ 积分，不会更多。/);
    expect(await phone.at('forecast-cost').textContent()).not.toMatch(/十次里有八次|多的时候/);
    expect(await phone.at('forecast-count').textContent()).not.toContain('发完');
  });

  test('say before anybody is on the board what its places bring, and what is missing', async () => {
    await look('member', [
      { route: pageOf(prizesId), shows: 'season-now', name: 'season-before' },
      { route: pageOf(prizesId), shows: 'season-now', name: 'season-before-why', tap: ['open-why', 'why-prize_place'] },
    ]);
  });

  test('say during the season who would win what, and why', async () => {
    await checkIn('owner', 'member', 'neighbour');
    await look('member', [
      { route: pageOf(prizesId), shows: 'season-now', name: 'season-during', dark: true },
      { route: pageOf(prizesId), shows: 'season-now', name: 'season-during-why', tap: ['open-why', 'why-prize_place'] },
    ]);
    const phone = await playground.phone('member');
    await phone.go(pageOf(prizesId));
    await expect.poll(() => phone.says()).toContain('我现在第 2 名，会得 ¥5 券（满 ¥30 可用）');
    await phone.at('open-why').click();
    await expect.poll(() => phone.says()).toContain('现在排在有奖的第 1 名，照这样会得「豆浆一杯」券');
  });

  test('are settled when the week is over: the winners are named, and their coupons are in the wallet', async () => {
    for (let days = 0; days < 5; days += 1) await nextDay();
    await expect.poll(states).toEqual(['skipped', 'paid', 'paid']);
    await look('member', [{ route: pageOf(prizesId), shows: 'season-winners', name: 'season-winner' }]);
    await look('owner', [{ route: pageOf(prizesId), shows: 'season-winners', name: 'season-skipped' }]);
    const { tickets } = await (await stage.voice('member')).get('coupon.wallet', here());
    expect(tickets.map(({ reason, benefit }) => [reason, benefit])).toEqual([['season_prize', { kind: 'gift', item: '豆浆一杯' }]]);
    const phone = await playground.phone('member');
    await phone.go('/packages/member/wallet/index');
    await expect.poll(() => phone.says()).toContain('豆浆一杯');
    await phone.screenshot('season-wallet');
  });

  test('that end early are shown to the owner with who stands to win what, and are owed', async () => {
    await checkIn('neighbour', 'member');
    await look('owner', [
      { route: manage(), shows: 'end-campaign', name: 'season-end', tap: ['end-campaign', 'open-holders'], dark: true },
      { route: `/packages/owner/improve/index?id=${prizesId}`, shows: 'field-ranks', name: 'season-improve' },
      { route: `/packages/owner/improve/index?id=${dropId}`, shows: 'field-perMemberDayMax', name: 'season-improve-no-limit' },
    ]);
    const phone = await playground.phone('owner');
    await phone.go(`/packages/owner/improve/index?id=${dropId}`);
    await phone.at('field-perMemberDayMax').waitFor();
    await expect.poll(() => phone.at('field-perMemberDayMax').textContent()).toContain('不限');
    await phone.go(manage());
    await phone.at('end-campaign').click();
    await phone.at('open-holders').click();
    await expect.poll(() => phone.at('end-holders').textContent()).toContain('2 位成员现在排在有奖的名次，共 2 张券，会记为待补。');
    await expect.poll(() => phone.at('holders-prizes').textContent()).toContain('第 1 名，「豆浆一杯」券');
    await phone.screenshot('season-2-holders');
    await phone.at('sheet-end-confirm').click();
    await phone.at('life-done').waitFor();
    // The timer fires every minute, and when the clock is moved.
    await stage.playground('clock', { to: 'before_midnight' });
    await expect.poll(states).toEqual(['owed', 'owed']);
    await look('member', [{ route: pageOf(prizesId), shows: 'season-winners', name: 'season-owed' }]);
    await look('owner', [{ route: '/packages/owner/promises/index', shows: 'promises-total', name: 'season-promises' }]);
  });
});
