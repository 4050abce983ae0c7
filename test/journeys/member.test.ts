// Story 2: a member taps the card in the group, sees what it is, joins with one tap, checks in, and finds every day as it was.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#core/values/day';
import { launchBrowser } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage } from './stage/start-stage';
import { untilSays } from './stage/until-says';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let playground: Playground;
let planId: string;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  planId = await shop.publish('checkin_plan', '早市打卡', { summary: '每天来看一眼今天到了什么新鲜货' });
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

describe('a member', () => {
  test('taps the card in the group and sees what it is and the complete terms before anything else', async () => {
    const phone = await playground.openCard('早市打卡', 'member');
    await phone.at('terms').waitFor();
    await untilSays(phone.says, '每天打卡得 5 积分', '主办方：幸福里果蔬店', '每天可打卡一次', '漏打一天，连续天数从头数');
    await phone.screenshot('member-1-card-opened');
    await playground.screenshot('member-1-playground');
    const member = await stage.voice('member');
    expect((await member.get('community.home', { communityId: shop.communityId })).me).toMatchObject({ role: 'visitor', joinedAt: null });
  });

  test('joins with one tap, and is a masked name to others', async () => {
    const phone = await playground.phone('member');
    await phone.at('join').click();
    await phone.at('check-in').waitFor();
    const member = await stage.voice('member');
    const { me } = await member.get('community.home', { communityId: shop.communityId });
    expect(me).toMatchObject({ role: 'member', name: null });
    const { members } = await shop.owner.get('community.members', { communityId: shop.communityId });
    expect(members.find(({ person }) => person.memberId === me.memberId)?.person.name).toBeNull();
  });

  test('checks in, and sees the streak, the points and the next milestone', async () => {
    const phone = await playground.phone('member');
    await phone.at('check-in').click();
    await phone.at('check-in-done').waitFor();
    await expect.poll(() => phone.says()).toContain('已打卡，连续第 1 天。得到 5 积分。');
    await phone.screenshot('member-2-checked-in');
    await phone.at('go-home').click();
    await phone.at('streak-days').waitFor();
    await expect.poll(() => phone.at('streak-days').textContent()).toBe('1');
    await expect.poll(() => phone.at('today').textContent()).toMatch(/再打 \d+ 天，得 \d+ 积分/);
    await phone.screenshot('member-3-home');
  });

  test('checks in again and is told why not, and what comes next', async () => {
    const phone = await playground.phone('member');
    await phone.at('check-in').click();
    await phone.at('refusal-already_checked_in').waitFor();
    await expect
      .poll(() => phone.at('refusal-already_checked_in').textContent())
      .toMatch(/今天已打卡，连续第 1 天。.*再来，就是连续第 2 天/);
    await phone.screenshot('member-4-again');
    const member = await stage.voice('member');
    expect((await member.get('points.statement', { communityId: shop.communityId })).balance).toBe(5);
  });

  test('misses a day, and the calendar says so', async () => {
    const phone = await playground.phone('member');
    const { today } = shop;
    await playground.nextDay();
    await playground.nextDay();
    await expect.poll(() => phone.at('streak-days').textContent()).toBe('0');
    await phone.screenshot('member-5-two-days-later');
    // What was said of another day is not said of this one.
    await expect.poll(() => phone.at('refusal-already_checked_in').count()).toBe(0);
    await phone.at('check-in').click();
    await phone.at('check-in-done').waitFor();
    await expect.poll(() => phone.at('check-in-done').textContent()).toContain('连续第 1 天');
    await phone.at('open-calendar').click();
    await phone.at(`day-${today}`).waitFor();
    const stateOf = async (on: string) => (await phone.at(`day-${on}`).getAttribute('aria-label'))?.split(' ').at(-1);
    for (const [day, state] of ['已打卡', '缺卡', '已打卡'].entries()) await expect.poll(() => stateOf(addDays(today, day))).toBe(state);
    await expect.poll(() => phone.says()).toMatch(/1 天现在连续1 天最长连续2 天累计/);
    await phone.screenshot('member-6-calendar');
  });

  test('finds every screen in order at both widths, in the dark and in English', async () => {
    const campaign = `/packages/member/campaign/index?c=${shop.communityId}&id=${planId}`;
    const home = { route: '/pages/home/index', shows: 'streak-days', name: 'member-home', dark: true };
    const page = { route: campaign, shows: 'terms', name: 'member-campaign', dark: true };
    const others = [
      { route: `/packages/member/calendar/index?id=${planId}`, shows: 'month', name: 'member-calendar', dark: true },
      { route: '/packages/member/statement/index', shows: 'points-balance', name: 'member-statement' },
      { route: '/pages/me/index', shows: 'my-name', name: 'member-me' },
      { route: '/packages/member/settings/index', shows: 'nickname', name: 'member-settings' },
    ];
    expect(await pictureAll(browser, stage.origin, 'member', [home, page, ...others])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'member', [home, page], true)).toEqual([]);
    expect(playground.complaints).toEqual([]);
  });
});
