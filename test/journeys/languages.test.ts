// Every screen in both languages and for people with nothing yet: in English no Chinese is left but people's own words.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPhone } from '../support/browser';
import { chineseTexts, examineScreen } from './stage/examine-screen';
import { openAlbum, type Pictured, pictureAll } from './stage/open-album';
import { GROUP, openShop, type Shop } from './stage/open-shop';
import { visible } from './stage/screen-places';
import { type Stage, startStage } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let memberPages: readonly Pictured[];
let ownerPages: readonly Pictured[];

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  const plan = await shop.publish('checkin_plan', '早市打卡');
  const drop = await shop.publish('coupon_drop', '周末水果券', { groupId: shop.groupId, parameters: { perMemberMax: 2 } });
  const invite = await shop.publish('invite_reward', '请邻居来');
  const member = await shop.join('member', '小林');
  const clerk = await shop.join('clerk', '小陈');
  await shop.appoint('clerk');
  const { communityId } = shop;
  await member.get('checkin.checkIn', { communityId, campaignId: plan });
  const { couponId } = (await member.get('coupon.claim', { communityId, campaignId: drop })).ticket;
  const used = (await member.get('coupon.claim', { communityId, campaignId: drop })).ticket;
  const { code } = await member.get('redemption.code', { communityId, couponId: used.couponId });
  const { scanToken } = await clerk.get('redemption.scan', { communityId, code: code.token });
  await clerk.get('redemption.confirm', { communityId, scanToken, orderFen: 8_000 });
  const { token } = await member.get('invite.create', { communityId, campaignId: invite });
  await (await stage.voice('newcomer')).get('community.enter', { communityId, campaignId: invite, inviteToken: token });
  memberPages = [
    { route: '/pages/home/index', shows: 'streak-days', name: 'languages-home' },
    { route: '/pages/wall/index', shows: `offer-${drop}`, name: 'languages-wall' },
    { route: '/pages/board/index', shows: 'my-row', name: 'languages-board' },
    { route: '/pages/me/index', shows: 'my-name', name: 'languages-me' },
    { route: `/packages/member/campaign/index?c=${communityId}&id=${drop}`, shows: 'terms', name: 'languages-drop' },
    { route: `/packages/member/campaign/index?c=${communityId}&id=${invite}`, shows: 'terms', name: 'languages-invite' },
    { route: `/packages/member/calendar/index?id=${plan}`, shows: 'month', name: 'languages-calendar' },
    { route: '/packages/member/statement/index', shows: 'points-balance', name: 'languages-statement' },
    { route: '/packages/member/wallet/index', shows: 'go-back', name: 'languages-wallet' },
    { route: `/packages/member/ticket/index?coupon=${encodeURIComponent(couponId)}`, shows: 'code-digits', name: 'languages-ticket' },
    { route: `/packages/member/ticket/index?coupon=${encodeURIComponent(used.couponId)}`, shows: 'ticket-terms', name: 'languages-used' },
    { route: '/packages/member/orders/index', shows: 'no-orders', name: 'languages-my-orders' },
    { route: '/packages/member/invites/index', shows: 'invite-card', name: 'languages-invites' },
    { route: '/packages/member/settings/index', shows: 'nickname', name: 'languages-settings' },
  ];
  ownerPages = [
    { route: '/packages/owner/today/index', shows: 'day-counts', name: 'languages-today' },
    { route: '/packages/owner/choose/index', shows: 'type-coupon_drop', name: 'languages-choose' },
    { route: '/packages/owner/editor/index?type=invite_reward', shows: 'field-title', name: 'languages-editor' },
    { route: `/packages/owner/preview/index?id=${drop}`, shows: 'terms', name: 'languages-preview' },
    { route: `/packages/owner/manage/index?id=${drop}`, shows: 'promised-coupons', name: 'languages-manage' },
    { route: '/packages/owner/members/index', shows: 'members', name: 'languages-members' },
    { route: '/packages/owner/groups/index', shows: 'go-back', name: 'languages-groups' },
    { route: '/packages/owner/counter/index', shows: 'scan', name: 'languages-counter' },
    { route: '/packages/owner/redemptions/index', shows: 'redemptions', name: 'languages-redemptions' },
    { route: '/packages/owner/orders/index', shows: 'no-orders', name: 'languages-orders' },
    { route: '/packages/owner/create/index', shows: 'community-name', name: 'languages-create' },
  ];
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

/**
 * What people wrote themselves, longer words first; an avatar shows a name's first character. The name of the other language is
 * in that language, and the seal is a picture.
 */
const ownWords = [
  ...[GROUP, '幸福里果蔬店', '幸福里果蔬', '新鲜果蔬', '每天清早到货', '店内服务台，每天 7:00–20:00'],
  ...['早市打卡', '周末水果券', '请邻居来', '小林', '小陈', '小', '中文', '印'],
];

function foreign(texts: readonly string[]): readonly string[] {
  return texts.filter((text) => /\p{Script=Han}/u.test(ownWords.reduce((left, word) => left.replaceAll(word, ''), text)));
}

async function examineInEnglish(persona: string, pages: readonly Pictured[]): Promise<readonly string[]> {
  const album = await openAlbum(browser, stage.origin, persona, true);
  const wrong: string[] = [];
  for (const page of pages) {
    wrong.push(...(await album.picture(page)));
    wrong.push(...foreign(await album.chinese()).map((text) => `${page.name} still says ${text}`));
  }
  await album.close();
  return [...wrong, ...album.complaints];
}

describe('in English', () => {
  test('the language is chosen with one tap, at once and for the next time', async () => {
    const { page, close } = await openPhone(browser);
    await page.goto(`${stage.origin}/app/?phone=member#/packages/member/settings/index`);
    await visible(page, 'language-en').click();
    await expect.poll(() => page.locator('.top-bar__title:visible').last().textContent()).toBe('Settings');
    await page.reload();
    await visible(page, 'nickname').waitFor();
    expect(foreign(await chineseTexts(page))).toEqual([]);
    // Fonts and screen readers go by what the document says that it is.
    const spoken = () => page.evaluate(() => document.documentElement.lang);
    expect(await spoken()).toBe('en');
    await visible(page, 'language-zh-CN').click();
    await expect.poll(spoken).toBe('zh-CN');
    await close();
  });

  test('without a network stays as it is, says why, and can be chosen later', async () => {
    const { page, context, close } = await openPhone(browser);
    await page.goto(`${stage.origin}/app/?phone=member#/packages/member/settings/index`);
    await visible(page, 'nickname').waitFor();
    await context.setOffline(true);
    await visible(page, 'language-en').click();
    await page.getByText('没有网络', { exact: true }).first().waitFor();
    await expect.poll(() => page.locator('.top-bar__title:visible').last().textContent()).toBe('设置');
    await context.setOffline(false);
    await visible(page, 'language-en').click();
    await expect.poll(() => page.locator('.top-bar__title:visible').last().textContent()).toBe('Settings');
    await close();
  });

  test('the member’s screens have no Chinese left, and fit', async () => {
    expect(await examineInEnglish('member', memberPages)).toEqual([]);
  });

  test('the owner’s and the clerk’s screens have no Chinese left, and fit', async () => {
    expect(await examineInEnglish('owner', ownerPages)).toEqual([]);
  });
});

describe('with nothing yet', () => {
  test('every tab says what this is and what to do, in both languages', async () => {
    const pages: readonly Pictured[] = [
      { route: '/pages/home/index', shows: 'create-community', name: 'empty-home', dark: true },
      { route: '/pages/wall/index', shows: 'no-community', name: 'empty-wall' },
      { route: '/pages/board/index', shows: 'no-community', name: 'empty-board' },
      { route: '/pages/me/index', shows: 'open-settings', name: 'empty-me' },
    ];
    expect(await pictureAll(browser, stage.origin, 'neighbour', pages)).toEqual([]);
    expect(await examineInEnglish('neighbour', pages)).toEqual([]);
  });

  test('a visitor who has not joined sees on every tab what this is, and can join from there', async () => {
    const { page, screenshot, complaints, close } = await openPhone(browser, { size: 'small' });
    const link = memberPages.find(({ name }) => name === 'languages-drop')?.route;
    await page.goto(`${stage.origin}/app/?phone=newcomer#${link}`);
    await visible(page, 'go-home').click();
    const wrong: string[] = [];
    for (const [index, tab] of ['home', 'wall', 'board', 'me'].entries()) {
      await page.locator('.weui-tabbar__item').nth(index).click();
      await expect.poll(() => page.locator('.screen:visible').count()).toBe(1);
      await visible(page, 'join').waitFor();
      await screenshot(`visitor-${tab}-320`);
      wrong.push(...(await examineScreen(page)));
    }
    expect([...wrong, ...complaints]).toEqual([]);
    await close();
  });
});
