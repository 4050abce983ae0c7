// Points as an owner looks after them: how long they hold, what a member has, taking a grant back, and tags that are not wanted any more.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { type Pictured, pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage, type Voice } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let member: Voice;
let memberId: string;
let planId: string;
let tagId: string;
let playground: Playground;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  const here = { communityId: shop.communityId };
  planId = await shop.publish('checkin_plan', '早市打卡');
  member = await shop.join('member', '小林');
  await member.get('checkin.checkIn', { ...here, campaignId: planId });
  memberId = (await member.get('community.home', here)).me.memberId;
  await shop.join('neighbour');
  ({ tagId } = await shop.owner.get('membership.saveTag', { ...here, name: '老客' }));
  await shop.owner.get('membership.tag', { ...here, memberId, tags: [tagId] });
  await shop.owner.get('membership.saveSegment', { ...here, name: '老客们', conditions: [{ kind: 'has_tag', tagId }] });
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

test('the screens fit, in both languages', async () => {
  const screens: readonly Pictured[] = [
    { route: '/packages/owner/points/index', shows: 'points-meaning', name: 'points-policy', dark: true },
    { route: `/packages/owner/person/index?m=${memberId}`, shows: `points-${memberId}`, name: 'points-members' },
    { route: `/packages/owner/statement/index?m=${memberId}`, shows: 'points-balance', name: 'points-statement', dark: true },
    {
      route: `/packages/owner/statement/index?m=${memberId}`,
      shows: 'points-balance',
      tap: ['reverse-line-', 'reverse-points'],
      name: 'points-reverse',
    },
    { route: '/packages/owner/statement/index?m=nobody', shows: 'error-state', name: 'points-nobody' },
    { route: '/packages/owner/segments/index', shows: 'all-tags', name: 'points-segments' },
    { route: '/packages/owner/segments/index', shows: 'all-tags', tap: ['remove-tag-', 'remove-tag'], name: 'points-remove-tag' },
  ];
  expect(await pictureAll(browser, stage.origin, 'owner', screens)).toEqual([]);
  expect(await pictureAll(browser, stage.origin, 'owner', screens, true)).toEqual([]);
});

test('an owner lets points hold longer, and is told at the field that it cannot be made shorter', async () => {
  const phone = await playground.phone('owner');
  await phone.go('/packages/owner/today/index');
  await phone.at('open-points').click();
  await phone.at('points-meaning').waitFor();
  await phone.type('points-months', '6');
  await phone.at('points-months-problem').waitFor();
  await expect.poll(() => phone.at('points-months-problem').textContent()).toContain('只能改得更久');
  await phone.type('points-months', '24');
  await phone.at('save-policy').click();
  await phone.at('save-policy-sheet').waitFor();
  await phone.screenshot('points-policy-asked');
  await phone.at('save-policy-sheet-confirm').click();
  await phone.at('policy-saved').waitFor();
  await phone.screenshot('points-policy-saved');
  expect(await shop.owner.get('points.policy', { communityId: shop.communityId })).toMatchObject({ validMonths: 24, pendingDays: 0 });
});

test('an owner takes points back with a reason, which the member reads', async () => {
  const phone = await playground.phone('owner');
  await phone.go(`/packages/owner/person/index?m=${memberId}`);
  await phone.at(`points-${memberId}`).click();
  await phone.frame.locator('[id^="reverse-line-"]:visible').first().click();
  await phone.at('reverse-points').waitFor();
  await phone.type('reverse-points-reason', '重复发了一次');
  await phone.at('reverse-points-confirm').click();
  await phone.at('reverse-points-done').waitFor();
  await expect.poll(() => phone.says()).toContain('已撤回');
  await phone.screenshot('points-taken-back');
  const mine = await playground.phone('member');
  await mine.go('/packages/member/statement/index');
  await mine.at('points-balance').waitFor();
  await expect.poll(() => mine.says()).toContain('重复发了一次');
  await mine.screenshot('points-member-sees');
});

test('an owner deletes a tag, and the segment that names it says so', async () => {
  const phone = await playground.phone('owner');
  await phone.go('/packages/owner/segments/index');
  await phone.at(`remove-tag-${tagId}`).click();
  await phone.at('remove-tag-confirm').click();
  await phone.at('remove-tag-done').waitFor();
  await expect.poll(() => phone.says()).toContain('里面有已删除的标签');
  await phone.screenshot('points-tag-removed');
});

test('a member whose tier fades within the week is told on the front page, and reads why and what keeps it', async () => {
  const here = { communityId: shop.communityId };
  const nextDay = () => stage.playground('clock', { to: 'next_day' });
  for (let day = 0; day < 2; day += 1) {
    await nextDay();
    await member.get('checkin.checkIn', { ...here, campaignId: planId });
  }
  const why: readonly Pictured[] = [
    { route: '/pages/me/index', shows: 'my-tier', tap: ['open-tier', 'tier-why'], name: 'fading-tier-kept' },
  ];
  expect(await pictureAll(browser, stage.origin, 'member', why)).toEqual([]);
  // Kept for thirty days after the last of thirty on which three of them were met.
  for (let day = 0; day < 52; day += 1) await nextDay();
  const screens: readonly Pictured[] = [
    { route: '/pages/home/index', shows: 'fading', name: 'fading-home', dark: true },
    { route: '/pages/me/index', shows: 'my-tier', tap: ['open-tier', 'tier-why'], name: 'fading-tier' },
    { route: '/packages/member/statement/index', shows: 'open-lots', tap: ['open-lots', 'lots'], name: 'fading-lots' },
  ];
  expect(await pictureAll(browser, stage.origin, 'member', screens)).toEqual([]);
  expect(await pictureAll(browser, stage.origin, 'member', screens, true)).toEqual([]);
  const phone = await playground.phone('member');
  await phone.go('/pages/home/index');
  await phone.at('open-fading').click();
  // What she saw last stands there until the newest has come.
  await expect.poll(() => phone.at('my-tier').textContent()).toContain('条件现在没有满足');
});
