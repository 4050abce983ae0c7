// Story 7: what people see when luck is bad: no server, lost answers, double taps, two hands on the last coupon, an end in between.
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPhone, type Phone } from '../support/browser';
import { openAt } from './stage/open-at';
import { openShop, type Shop } from './stage/open-shop';
import { field, visible } from './stage/screen-places';
import { type Stage, startStage } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let shop: Shop;

let open: Phone[] = [];

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  await shop.publish('checkin_plan', '早市打卡');
  await shop.join('member', '小林');
  await shop.join('neighbour', '梅姨');
});
afterEach(async () => {
  await Promise.all(open.map((phone) => phone.close()));
  open = [];
  await stage.resume();
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

function onPhone(persona: string, route: string): Promise<Phone> {
  return openAt({ browser, origin: stage.origin, open }, persona, route);
}

const campaignRoute = (campaignId: string) => `/packages/member/campaign/index?c=${shop.communityId}&id=${campaignId}`;

async function says(page: Page): Promise<string> {
  return (await page.locator('.screen:visible').last().textContent()) ?? '';
}

describe('with no server', () => {
  test('the owner’s form says so, keeps everything that was typed, and saves it once when the server is back', async () => {
    const { page, screenshot } = await onPhone('owner', '/packages/owner/editor/index?type=coupon_drop');
    await field(page, 'field-title').fill('暴雨天暖汤券');
    await field(page, 'field-amountOffFen').fill('7.50');
    await field(page, 'field-stock').fill('33');
    await stage.pause();
    await visible(page, 'save-draft').click();
    await visible(page, 'refusal-offline').waitFor();
    await expect.poll(() => visible(page, 'refusal-offline').textContent()).toMatch(/没有网络.*都还在/);
    await visible(page, 'refusal-offline').scrollIntoViewIfNeeded();
    await screenshot('bad-luck-1-offline-form');
    const typed = async () => Promise.all(['title', 'amountOffFen', 'stock'].map((name) => field(page, `field-${name}`).inputValue()));
    await expect.poll(typed).toEqual(['暴雨天暖汤券', '7.50', '33']);
    await stage.resume();
    await visible(page, 'save-draft').click();
    await visible(page, 'chat-card').waitFor();
    const { campaigns } = await shop.owner.get('analytics.today', { communityId: shop.communityId });
    expect(campaigns.filter(({ card }) => card.title === '暴雨天暖汤券')).toHaveLength(1);
  });

  test('a page that was open says from when it is, and is fresh again after a tap', async () => {
    const { page, screenshot } = await onPhone('member', '/pages/wall/index');
    await visible(page, 'open-wallet').waitFor();
    await page.locator('.weui-tabbar__item', { hasText: '首页' }).click();
    await visible(page, 'streak-days').waitFor();
    await stage.pause();
    await page.locator('.weui-tabbar__item', { hasText: '福利' }).click();
    await visible(page, 'offline-banner').waitFor();
    await expect.poll(() => visible(page, 'offline-banner').textContent()).toMatch(/没有网络，显示的是 \d\d:\d\d 的内容/);
    await screenshot('bad-luck-2-offline-page');
    await stage.resume();
    await visible(page, 'offline-retry').click();
    await visible(page, 'offline-banner').waitFor({ state: 'hidden' });
  });
});

describe('a lost answer', () => {
  test('is asked for again under the same id, by the phone and then by the person: one check-in, one reward', async () => {
    const { page, screenshot } = await onPhone('member', '/pages/home/index');
    await visible(page, 'streak-days').waitFor();
    const sent: string[] = [];
    const lose = async (route: Route) => {
      sent.push(String(route.request().postDataJSON().requestId));
      // The server hears it and answers; the answer never arrives.
      await route.fetch();
      await route.abort('connectionreset');
    };
    await page.route('**/api/checkin.checkIn', lose);
    await visible(page, 'check-in').click();
    await visible(page, 'refusal-offline').waitFor();
    await screenshot('bad-luck-3-lost-answer');
    await page.unroute('**/api/checkin.checkIn', lose);
    await page.route('**/api/checkin.checkIn', async (route) => {
      sent.push(String(route.request().postDataJSON().requestId));
      await route.continue();
    });
    await visible(page, 'check-in').click();
    await visible(page, 'check-in-done').waitFor();
    await expect.poll(() => visible(page, 'check-in-done').textContent()).toContain('已打卡，连续第 1 天。得到 5 积分。');
    expect(sent).toHaveLength(4);
    expect(new Set(sent).size).toBe(1);
    const member = await stage.voice('member');
    expect(await member.get('points.statement', { communityId: shop.communityId })).toMatchObject({ balance: 5, lines: [{ points: 5 }] });
  });

  test('a double tap checks in once', async () => {
    const { page } = await onPhone('neighbour', '/pages/home/index');
    await visible(page, 'streak-days').waitFor();
    await visible(page, 'check-in').dblclick();
    await visible(page, 'check-in-done').waitFor();
    await expect.poll(() => visible(page, 'refusal-already_checked_in').count()).toBe(0);
    const neighbour = await stage.voice('neighbour');
    expect((await neighbour.get('points.statement', { communityId: shop.communityId })).balance).toBe(5);
  });
});

describe('two at once', () => {
  test('the last coupon goes to one, and the other is told that all are gone', async () => {
    const campaignId = await shop.publish('coupon_drop', '最后一张', { parameters: { stock: 1 } });
    const phones = await Promise.all(['member', 'neighbour'].map((persona) => onPhone(persona, campaignRoute(campaignId))));
    await Promise.all(phones.map(({ page }) => visible(page, 'claim').waitFor()));
    await Promise.all(phones.map(({ page }) => visible(page, 'claim').click()));
    const outcomes = await Promise.all(
      phones.map(async ({ page }) => {
        await page.locator('#claim-done:visible, #refusal-sold_out:visible').first().waitFor();
        return (await page.locator('#claim-done:visible').count()) === 1 ? 'claimed' : 'sold out';
      }),
    );
    expect(outcomes.sort()).toEqual(['claimed', 'sold out']);
    await phones[outcomes.indexOf('claimed')]?.screenshot('bad-luck-4-last-coupon-first-phone');
    await phones[1]?.screenshot('bad-luck-4-last-coupon-second-phone');
  });

  test('a campaign that ended between opening and tapping says when', async () => {
    const campaignId = await shop.publish('coupon_drop', '说停就停');
    const { page, screenshot } = await onPhone('member', campaignRoute(campaignId));
    await visible(page, 'claim').waitFor();
    await shop.owner.get('campaign.end', { communityId: shop.communityId, campaignId });
    await visible(page, 'claim').click();
    await visible(page, 'refusal-campaign_ended').waitFor();
    await expect.poll(() => visible(page, 'refusal-campaign_ended').textContent()).toMatch(/活动已在 \d+月\d+日 ?结束/);
    await screenshot('bad-luck-5-ended-in-between');
  });
});

describe('what is not there, or not for everybody', () => {
  test('a link to nothing says so and leads home', async () => {
    const { page, screenshot } = await onPhone('member', campaignRoute('nothing'));
    await visible(page, 'error-state').waitFor();
    await expect.poll(() => says(page)).toContain('没有找到这个活动');
    await screenshot('bad-luck-6-not-found');
    await visible(page, 'go-back').click();
    await visible(page, 'streak-days').waitFor();
  });

  test('a member who opens the owner’s and the clerk’s pages is told whose they are', async () => {
    for (const [route, whose] of [
      ['today', '只给群主和副群主用'],
      ['counter', '只给店员、副群主和群主用'],
    ] as const) {
      const { page, screenshot } = await onPhone('member', `/packages/owner/${route}/index`);
      await expect.poll(() => says(page)).toContain(whose);
      await screenshot(`bad-luck-7-not-for-you-${route}`);
    }
  });

  test('while the server thinks, the shape of what will come is there', async () => {
    const phone = await openPhone(browser);
    open.push(phone);
    let release: () => void = () => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    await phone.page.route('**/api/community.home', async (route) => {
      await released;
      await route.continue();
    });
    await phone.page.goto(`${stage.origin}/app/?phone=member#/pages/home/index`);
    await phone.page.locator('.skeleton:visible').first().waitFor();
    await phone.screenshot('bad-luck-8-loading');
    release();
    await visible(phone.page, 'streak-days').waitFor();
    expect(phone.complaints).toEqual([]);
  });
});
