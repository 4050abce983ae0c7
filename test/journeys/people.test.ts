// Story: an owner begins the day with what needs them, finds somebody, reads what they did and got, and takes the list along as a table.
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, savePicture } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { visible } from './stage/screen-places';
import { type Stage, startStage } from './stage/start-stage';
import { untilSays } from './stage/until-says';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let playground: Playground;
let memberId: string;
let friendId: string;

const today = '/packages/owner/today/index';
const members = '/packages/owner/members/index';

/** A member with a name who brought a friend and checked in on some days; a neighbour who has only joined. */
beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  const { communityId } = shop;
  const plan = await shop.publish('checkin_plan', '早市打卡');
  const invites = await shop.publish('invite_reward', '带朋友来逛');
  const member = await shop.join('member', '林小敏');
  memberId = (await member.get('community.home', { communityId })).me.memberId;
  const { token } = await member.get('invite.create', { communityId, campaignId: invites });
  const friend = await stage.voice('friend');
  await friend.get('community.enter', { communityId, campaignId: invites, inviteToken: token });
  await friend.get('community.join', { communityId });
  friendId = (await friend.get('community.home', { communityId })).me.memberId;
  await friend.get('checkin.checkIn', { communityId, campaignId: plan });
  await shop.join('neighbour');
  for (let day = 0; day < 3; day += 1) {
    await member.get('checkin.checkIn', { communityId, campaignId: plan });
    if (day < 2) await stage.playground('clock', { to: 'next_day' });
  }
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

test('the day begins with what needs the owner, and leads to it with one tap', async () => {
  const phone = await playground.phone('owner');
  await phone.go(today);
  await phone.at('need-unwelcomed').waitFor();
  await phone.screenshot('people-1-today');
  await phone.at('need-unwelcomed').click();
  await phone.at('people-preset-unwelcomed').waitFor();
  await expect.poll(() => phone.at('people-found').textContent()).toContain('找到 1');
  await phone.screenshot('people-2-unwelcomed');
  await phone.at('leave-preset').click();
  await phone.at(`member-${memberId}`).waitFor();
});

test('somebody is found by a part of their name, and what they did is told with why each reward was given', async () => {
  const phone = await playground.phone('owner');
  await phone.go(members);
  await phone.at('people-words').waitFor();
  await phone.type('people-words', '小敏');
  await expect.poll(() => phone.at('people-found').textContent()).toContain('找到 1');
  await phone.screenshot('people-3-found');
  await phone.at(`member-${memberId}`).click();
  await phone.at('story').waitFor();
  const told = ['打卡 3 天', '加入社群', '得到一张券', '因为邀请朋友', '「早市打卡」第 1 版条款'];
  await untilSays(() => phone.at('story').textContent(), ...told);
  await phone.screenshot('people-4-story');
});

test('a friend’s story leads to the one who brought them, who stands first among those who bring friends', async () => {
  const phone = await playground.phone('owner');
  await phone.go(`/packages/owner/person/index?m=${friendId}`);
  await phone.at('person-through').click();
  await expect.poll(() => phone.at('person').textContent()).toContain('林小敏');
  await phone.go('/packages/owner/sharers/index');
  const first = phone.at(`sharer-${memberId}`);
  await first.waitFor();
  await expect.poll(() => first.textContent()).toContain('1 人 成了活跃成员');
  await phone.screenshot('people-5-sharers');
});

test('a saved segment counts people, who lead to their stories, and is removed after asking', async () => {
  const { communityId, owner } = shop;
  const conditions = [{ kind: 'joined_within' as const, amount: 30 }];
  const { segmentId } = await owner.get('membership.saveSegment', { communityId, name: '新朋友', conditions });
  const phone = await playground.phone('owner');
  await phone.go('/packages/owner/segments/index');
  await phone.at(`count-${segmentId}`).click();
  await expect.poll(() => phone.at('segment-count').textContent()).toContain('同时满足这些条件的有');
  await phone.at(`segment-person-${memberId}`).click();
  await expect.poll(() => phone.at('person').textContent()).toContain('林小敏');
  await phone.go('/packages/owner/segments/index');
  await phone.at(`remove-${segmentId}`).click();
  await phone.at('remove-segment-confirm').waitFor();
  await phone.screenshot('people-5-remove-segment');
  await phone.at('remove-segment-cancel').click();
  await phone.at('remove-segment').waitFor({ state: 'hidden' });
  expect((await owner.get('membership.segments', { communityId })).segments).toHaveLength(1);
  await phone.at(`remove-${segmentId}`).click();
  await phone.at('remove-segment-confirm').click();
  await phone.at(`remove-${segmentId}`).waitFor({ state: 'detached' });
  expect((await owner.get('membership.segments', { communityId })).segments).toEqual([]);
});

test('the list is taken along as a table, without names that are not shown', async () => {
  const phone = await playground.phone('owner');
  await phone.go(members);
  // The word that was looked for last still stands there, and is what a list would be of.
  await phone.type('people-words', '');
  await phone.at('open-sharers').waitFor();
  await phone.at('people-file').click();
  await phone.at('people-file-save').waitFor();
  const saving = playground.page.waitForEvent('download');
  await phone.at('people-file-save').click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('成员名单.csv');
  const lines = (await readFile(await download.path(), 'utf8')).split('\r\n');
  expect(lines[0]?.charCodeAt(0)).toBe(0xfeff);
  expect(lines).toHaveLength(6);
  expect(lines.filter((line) => line.includes('林小敏'))).toHaveLength(1);
  await phone.at('people-file-saved').waitFor();
});

test('every screen of it is in order, in both languages', async () => {
  const screens = [
    { route: today, shows: 'needs', name: 'people-today', dark: true },
    { route: members, shows: `member-${memberId}`, name: 'people-members', dark: true },
    { route: members, shows: 'people-narrow', name: 'people-narrowed', tap: ['people-narrow', 'people-order'] },
    { route: `/packages/owner/person/index?m=${memberId}`, shows: 'story', name: 'people-story', dark: true },
    { route: '/packages/owner/sharers/index', shows: `sharer-${memberId}`, name: 'people-sharers', dark: true },
  ] as const;
  for (const english of [false, true]) expect(await pictureAll(browser, stage.origin, 'owner', screens, english)).toEqual([]);
});

test('on a desk the screens keep their columns', async () => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });
  const page: Page = await context.newPage();
  const screens = [
    [today, 'needs', 'people-desk-today'],
    [members, `member-${memberId}`, 'people-desk-members'],
    [`/packages/owner/person/index?m=${memberId}`, 'story', 'people-desk-story'],
  ] as const;
  for (const [route, shows, name] of screens) {
    await page.goto('about:blank');
    await page.goto(`${stage.origin}/app/?phone=owner#${route}`);
    await visible(page, shows).waitFor();
    await savePicture(name, page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(1280);
  }
  await context.close();
});
