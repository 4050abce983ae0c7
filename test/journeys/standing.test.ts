// Where a member of a full community stands: the league and the boards, points, tier, invites and settings, as they are looked at.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { type Pictured, pictureAll } from './stage/open-album';
import { type FramedPhone, openPlayground, type Playground } from './stage/open-playground';
import { type Stage, startStage } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let playground: Playground;
let phone: FramedPhone;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage({ withDemoCommunity: true })]);
  playground = await openPlayground(browser, stage.origin);
  phone = await playground.phone('member');
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const screens: readonly Pictured[] = [
  { route: '/pages/board/index', shows: 'board-total', name: 'standing-league', dark: true },
  { route: '/pages/board/index', shows: 'board-total', tap: ['board-period-all', 'my-row'], name: 'standing-all-time', dark: true },
  { route: '/packages/member/statement/index', shows: 'points-balance', name: 'standing-statement', dark: true },
  {
    route: '/packages/member/statement/index',
    shows: 'points-balance',
    tap: ['statement-filter-out', 'points-balance'],
    name: 'standing-out',
  },
  { route: '/pages/me/index', shows: 'my-tier', name: 'standing-me', dark: true },
  { route: '/pages/me/index', shows: 'my-tier', tap: ['open-tier', 'tier-why'], name: 'standing-tier', dark: true },
  { route: '/packages/member/invites/index', shows: 'invite-card', name: 'standing-invites', dark: true },
  { route: '/packages/member/settings/index', shows: 'group-about', name: 'standing-settings', dark: true },
];

test('every screen of it is in order at both widths, in the dark and in English', async () => {
  expect(await pictureAll(browser, stage.origin, 'member', screens)).toEqual([]);
  expect(await pictureAll(browser, stage.origin, 'member', screens, true)).toEqual([]);
});

test('somebody who has just joined finds what to do first, not zeros', async () => {
  const newcomer = await stage.voice('newcomer');
  const communityId = (await (await stage.voice('member')).get('community.mine', {})).communities[0]?.community.communityId ?? '';
  await newcomer.get('community.enter', { communityId });
  await newcomer.get('community.join', { communityId });
  const empty: readonly Pictured[] = [
    { route: '/pages/board/index', shows: 'board-empty', name: 'standing-no-league' },
    { route: '/packages/member/statement/index', shows: 'go-back', name: 'standing-no-points' },
    { route: '/packages/member/invites/index', shows: 'no-invites', name: 'standing-no-invites' },
    { route: '/pages/me/index', shows: 'my-tier', name: 'standing-new-me' },
  ];
  expect(await pictureAll(browser, stage.origin, 'newcomer', empty)).toEqual([]);
});

describe('on a Monday', () => {
  test('last week’s group is the result, with one sentence and nothing of zero', async () => {
    const days = new Date(`${await stage.today()}T00:00:00Z`).getUTCDay();
    for (let day = days === 0 ? 7 : days; day <= 7; day += 1) await stage.playground('clock', { to: 'next_day' });
    await phone.go('/pages/board/index');
    await expect.poll(() => phone.says()).toContain('新的一周开始了');
    await expect.poll(() => phone.says()).toContain('上周小组里');
    await phone.screenshot('standing-monday');
    await phone.at('board-period-week').click();
    await phone.at('board-empty').waitFor();
    await expect.poll(() => phone.says()).not.toMatch(/0 人|0 天/);
    await phone.screenshot('standing-monday-week');
  });
});
