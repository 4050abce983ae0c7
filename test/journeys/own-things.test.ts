// A person's own things: a name and a picture that others see once they are let through, all data as a file, and leaving for good.
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage, type Voice } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let member: Voice;
let playground: Playground;

const settings = '/packages/member/settings/index';
const photo = resolve(__dirname, '..', '..', 'docs', 'images', 'playground.png');

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  const campaignId = await shop.publish('checkin_plan', '早市打卡');
  const { communityId } = shop;
  member = await shop.join('member');
  await member.get('checkin.checkIn', { communityId, campaignId });
  await member.get('coupon.claim', { communityId, campaignId: await shop.publish('coupon_drop', '周末草莓券') });
  await shop.join('neighbour', '梅姨');
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const nameSeenByOwner = async () => {
  const { members } = await shop.owner.get('community.members', { communityId: shop.communityId });
  const { me } = await member.get('community.home', { communityId: shop.communityId });
  return members.find(({ person }) => person.memberId === me.memberId)?.person;
};

async function openSettings() {
  const phone = await playground.phone('member');
  await phone.go(settings);
  await phone.at('nickname').waitFor();
  return phone;
}

describe('a name', () => {
  test('that may not be shown is refused with its word, and stays where it was typed', async () => {
    const phone = await openSettings();
    await phone.type('nickname', '天天抽奖');
    await phone.at('save-nickname').click();
    await phone.at('refusal-content_refused').waitFor();
    await expect.poll(() => phone.at('refusal-content_refused').textContent()).toContain('「抽奖」');
    await expect.poll(() => phone.frame.locator('[id="nickname"] input, input[id="nickname"]').first().inputValue()).toBe('天天抽奖');
    expect((await nameSeenByOwner())?.name).toBeNull();
  });

  test('that needs a look waits for the owner, who lets it through', async () => {
    const phone = await openSettings();
    await phone.type('nickname', '团购代理');
    await phone.at('save-nickname').click();
    await phone.at('nickname-saved').waitFor();
    await expect.poll(() => phone.at('nickname-saved').textContent()).toContain('检查通过以后公开');
    expect((await nameSeenByOwner())?.name).toBeNull();

    const owner = await playground.phone('owner');
    await owner.go('/packages/owner/today/index');
    await owner.at('need-looks').click();
    await owner.frame.locator('.wish__name:visible').waitFor();
    await expect.poll(() => owner.says()).toContain('团购代理');
    await owner.screenshot('own-things-queue');
    await owner.frame.locator('[id^="pass-nickname-"]:visible').click();
    await owner.at('nothing-waiting').waitFor();
    await expect.poll(async () => (await nameSeenByOwner())?.name).toBe('团购代理');
  });
});

describe('a picture', () => {
  test('is drawn small on the phone, and others see it once the owner has looked', async () => {
    const phone = await openSettings();
    const choosing = playground.page.waitForEvent('filechooser');
    await phone.at('choose-picture').click();
    await (await choosing).setFiles(photo);
    await phone.at('picture-saved').waitFor();
    await phone.screenshot('own-things-picture');
    expect((await nameSeenByOwner())?.avatar).toBeNull();

    const { waiting } = await shop.owner.get('moderation.queue', { communityId: shop.communityId });
    const source = waiting[0]?.picture?.source ?? '';
    const served = await fetch(`${stage.origin}${source}`);
    expect(served.headers.get('content-type')).toBe('image/jpeg');
    expect((await served.arrayBuffer()).byteLength).toBeLessThan(36 * 1024);

    const owner = await playground.phone('owner');
    await owner.go('/packages/owner/today/index');
    await owner.at('need-looks').click();
    await owner.frame.locator('[id^="pass-picture-"]:visible').click();
    await owner.at('nothing-waiting').waitFor();
    await expect.poll(async () => (await nameSeenByOwner())?.avatar).toBe(source);

    const neighbour = await playground.phone('neighbour');
    await neighbour.tab('榜单');
    await neighbour.at('board-period-week').click();
    const image = neighbour.frame.locator('.board-row .avatar__picture img:visible').first();
    await image.waitFor();
    await expect.poll(() => image.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(132);
    await neighbour.screenshot('own-things-board');
  });

  test('is taken back, and gone from the server', async () => {
    const { avatar } = (await nameSeenByOwner()) ?? {};
    const phone = await openSettings();
    await phone.at('remove-picture').click();
    await phone.at('picture-saved').waitFor();
    expect((await nameSeenByOwner())?.avatar).toBeNull();
    expect((await fetch(`${stage.origin}${avatar}`)).status).toBe(404);
  });
});

test('all my data comes as a file of everything', async () => {
  const phone = await openSettings();
  await phone.at('export').click();
  await phone.at('export-save').waitFor();
  const saving = playground.page.waitForEvent('download');
  await phone.at('export-save').click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe('群惠-我的数据.json');
  const text = await readFile(await download.path(), 'utf8');
  const { me } = await member.get('community.home', { communityId: shop.communityId });
  const data = JSON.parse(text) as Record<string, { id: string }[]>;
  expect(data['person']?.map(({ id }) => id)).toContain(`${shop.communityId}/member/${me.memberId}`);
  expect(data['journal']?.length).toBeGreaterThan(3);
});

test('every screen of it is in order, in both languages', async () => {
  const mine = [
    { route: settings, shows: 'open-erase', name: 'own-things-settings', dark: true },
    { route: settings, shows: 'open-erase', name: 'own-things-erase-sheet', tap: ['open-erase', 'erase'], dark: true },
    { route: '/packages/member/privacy/index', shows: 'privacy-lines', name: 'own-things-privacy', dark: true },
  ] as const;
  const { communityId } = shop;
  await shop.owner.get('membership.showName', { communityId, nickname: '周代理' });
  const { me } = await shop.owner.get('community.home', { communityId });
  const queue = { route: '/packages/owner/moderation/index', shows: `nickname-${me.memberId}` };
  const owners = [
    { ...queue, name: 'own-things-moderation', dark: true },
    { ...queue, name: 'own-things-reasons', tap: ['refuse-nickname-', 'reason-other'] },
    { route: '/packages/owner/about/index', shows: 'save-about', name: 'own-things-about' },
  ] as const;
  for (const english of [false, true]) {
    expect(await pictureAll(browser, stage.origin, 'member', mine, english)).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'owner', owners, english)).toEqual([]);
  }
});

test('leaving for good is explained, wants its word, and leaves a visitor whom nobody sees', async () => {
  const { communityId } = shop;
  const phone = await openSettings();
  await phone.at('open-erase').click();
  await phone.at('erase').waitFor();
  await expect.poll(() => phone.says()).toContain('打卡、领券、核销的流水会按促销规定留存两年');
  await phone.screenshot('own-things-erase');
  await phone.type('erase-typed', '注销');
  await phone.at('erase-confirm').click();
  await phone.at('erased').waitFor();
  await phone.screenshot('own-things-erased');
  expect((await member.get('community.home', { communityId })).me).toMatchObject({ role: 'visitor', name: null, points: 0 });
  const { members } = await shop.owner.get('community.members', { communityId });
  expect(members.map(({ role }) => role).sort()).toEqual(['member', 'owner']);
  await phone.go('/pages/me/index');
  await phone.at('join').waitFor();
});

test('who comes back is a member without a name, and what was claimed before stays void', async () => {
  const { communityId } = shop;
  const phone = await playground.phone('member');
  await phone.at('join').click();
  await expect.poll(async () => (await member.get('community.home', { communityId })).me.role).toBe('member');
  const { me } = await member.get('community.home', { communityId });
  expect(me).toMatchObject({ name: null, avatar: null, points: 0 });
  const { tickets } = await member.get('coupon.wallet', { communityId });
  expect(tickets).toMatchObject([{ state: 'void' }]);
  const couponId = tickets[0]?.couponId ?? '';
  const pages = [
    {
      route: '/packages/member/wallet/index',
      shows: `ticket-${couponId.replaceAll('/', '-')}`,
      name: 'own-things-void-wallet',
      dark: true,
    },
    {
      route: `/packages/member/ticket/index?coupon=${encodeURIComponent(couponId)}`,
      shows: 'refusal-coupon_void',
      name: 'own-things-void',
    },
  ];
  for (const english of [false, true]) expect(await pictureAll(browser, stage.origin, 'member', pages, english)).toEqual([]);
  expect(playground.complaints.filter((complaint) => !complaint.includes('404'))).toEqual([]);
});
