// What every page does alike: it says when it is from before, is pulled to ask again, obeys the keys, and uses a wide window.
import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPhone } from '../support/browser';
import { examineScreen } from './stage/examine-screen';
import { openShop, type Shop } from './stage/open-shop';
import { visible } from './stage/screen-places';
import { type Stage, startStage } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let drop: string;
let topic: string;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  await shop.publish('checkin_plan', '早市打卡');
  drop = await shop.publish('coupon_drop', '周末水果券', { groupId: shop.groupId });
  topic = await shop.publish('topic', '今天的早餐');
  const member = await shop.join('member', '小林');
  await member.get('coupon.claim', { communityId: shop.communityId, campaignId: drop });
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const open = (page: Page, persona: string, route: string) => page.goto(`${stage.origin}/app/?phone=${persona}#${route}`);

/** Pulls the page down from near its top, as a finger does. */
async function pull(page: Page, byPx: number): Promise<void> {
  const finger = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', y: number) =>
    finger.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x: 200, y }] });
  await touch('touchStart', 120);
  for (const part of [0.25, 0.5, 0.75, 1]) await touch('touchMove', 120 + byPx * part);
  await touch('touchEnd', 120 + byPx);
}

/** Presses Tab until the element with this id is where the keys are. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.closest('[id]')?.id === wanted, id)) return;
  }
  throw new Error(`no Tab leads to ${id}`);
}

describe('a page that is pulled down', () => {
  test('asks again for what it shows, and not when it was hardly pulled', async () => {
    const { page, complaints, close } = await openPhone(browser);
    const asked: string[] = [];
    // The rest of the app is fetched at leisure: only what is asked of the server counts.
    page.on('request', (request) => {
      const { pathname } = new URL(request.url());
      if (pathname.startsWith('/api/')) asked.push(pathname);
    });
    await open(page, 'member', '/packages/member/wallet/index');
    await page.locator('[id^="ticket-"]:visible').first().waitFor();
    await page.waitForLoadState('networkidle');
    asked.length = 0;
    await pull(page, 60);
    await visible(page, 'pull').waitFor({ state: 'hidden' });
    expect(asked).toEqual([]);
    await pull(page, 200);
    await expect.poll(() => asked).toContain('/api/coupon.wallet');
    await visible(page, 'pull').waitFor({ state: 'hidden' });
    expect(complaints).toEqual([]);
    await close();
  });

  test('says once since when it is from before, and asks by itself when the network is back', async () => {
    const { page, context, screenshot, close } = await openPhone(browser);
    await open(page, 'member', '/packages/member/wallet/index');
    await page.locator('[id^="ticket-"]:visible').first().waitFor();
    await context.setOffline(true);
    await pull(page, 200);
    await visible(page, 'offline-banner').waitFor();
    await visible(page, 'pull').waitFor({ state: 'hidden' });
    await expect.poll(() => page.locator('[id="offline-banner"]:visible').count()).toBe(1);
    await expect.poll(() => page.locator('[id^="ticket-"]:visible').count()).toBeGreaterThan(0);
    await screenshot('frame-offline-390');
    await context.setOffline(false);
    await visible(page, 'offline-banner').waitFor({ state: 'hidden' });
    await close();
  });
});

describe('a page whose script comes late', () => {
  test('stays behind the tab that was tapped since', async () => {
    const { page, close } = await openPhone(browser);
    const held: Route[] = [];
    let scripts: 'come' | 'fail' | 'wait' = 'come';
    page.on('request', (request) => {
      // Nothing but the home is fetched at leisure.
      if (scripts === 'come' && new URL(request.url()).pathname.startsWith('/api/')) scripts = 'fail';
    });
    await page.route('**/js/*.js', async (route) => {
      if (scripts === 'come') await route.continue();
      else if (scripts === 'fail') await route.abort();
      else held.push(route);
    });
    await open(page, 'member', '/pages/home/index');
    await visible(page, 'streak-days').waitFor();
    scripts = 'wait';
    await page.locator('.weui-tabbar__item', { hasText: '福利' }).click();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    await page.locator('.weui-tabbar__item', { hasText: '首页' }).click();
    await Promise.all(held.map((route) => route.continue()));
    await page.locator('#app [id^="/pages/wall/"]').waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('.top-bar__title:visible').allTextContents()).toEqual(['群惠']);
    await close();
  });
});

test('an address that is no page leads home', async () => {
  const { page, close } = await openPhone(browser);
  await open(page, 'member', '/pages/nothing/index');
  await visible(page, 'streak-days').waitFor();
  await close();
});

describe('a field', () => {
  test.each([
    ['taro-input-core', 'input', () => '/packages/owner/editor/index?type=coupon_drop'],
    ['taro-textarea-core', 'textarea', () => `/packages/member/campaign/index?c=${shop.communityId}&id=${topic}`],
  ])('of %s whose words change before it is drawn is drawn with the last of them, and says no error', async (name, inner, route) => {
    const { page, close } = await openPhone(browser);
    const errors: string[] = [];
    page.on('console', (message) => void (message.type() === 'error' && errors.push(message.text())));
    page.on('pageerror', ({ message }) => void errors.push(message));
    await open(page, 'owner', route());
    await page.locator(name).first().waitFor({ state: 'attached' });
    const drawn = await page.evaluate(
      async ([element, within]) => {
        const field = document.createElement(element) as HTMLElement & { value: string };
        field.value = '先写的';
        document.body.append(field);
        await Promise.resolve();
        field.value = '后写的';
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        return field.querySelector<HTMLInputElement>(within)?.value;
      },
      [name, inner] as const,
    );
    expect(drawn).toBe('后写的');
    expect(errors).toEqual([]);
    await close();
  });
});

describe('by keyboard', () => {
  test('the size of text is chosen, and kept', async () => {
    const { page, screenshot, close } = await openPhone(browser);
    await open(page, 'member', '/packages/member/settings/index');
    await visible(page, 'nickname').waitFor();
    await tabTo(page, 'text-size-largest');
    await screenshot('frame-focus-390');
    await page.keyboard.press('Enter');
    const size = () =>
      visible(page, 'text-size').evaluate((element) => getComputedStyle(element.querySelector('[role=tab]') ?? element).fontSize);
    await expect.poll(size).toBe('18.2px');
    await screenshot('frame-largest-390');
    await page.reload();
    await visible(page, 'nickname').waitFor();
    await expect.poll(size).toBe('18.2px');
    await tabTo(page, 'text-size-standard');
    await page.keyboard.press('Space');
    await expect.poll(size).toBe('14px');
    await close();
  });

  test('a sheet is opened, takes the keys, and gives them back', async () => {
    const { page, close } = await openPhone(browser);
    await open(page, 'owner', '/packages/owner/editor/index?type=coupon_drop');
    await visible(page, 'field-title').waitFor();
    await tabTo(page, 'field-endsOn');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('.nut-popup') != null)).toBe(true);
    await page.keyboard.press('Escape');
    await page.locator('.nut-popup:visible').waitFor({ state: 'hidden' });
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('[id]')?.id)).toBe('field-endsOn');
    await close();
  });
});

describe('in a wide window', () => {
  const wide = { width: 1280, height: 800 };

  test('the owner’s ways stand beside every page of the owner’s, and lead from one to the next', async () => {
    const { page, complaints, screenshot, close } = await openPhone(browser);
    await page.setViewportSize(wide);
    const wrong: string[] = [];
    const pages = [
      ['today', '/packages/owner/today/index', 'day-counts'],
      ['manage', `/packages/owner/manage/index?id=${drop}`, 'promised-coupons'],
      ['editor', '/packages/owner/editor/index?type=coupon_drop', 'field-title'],
      ['preview', `/packages/owner/preview/index?id=${drop}`, 'terms'],
      ['members', '/packages/owner/members/index', 'members'],
      ['counter', '/packages/owner/counter/index', 'scan'],
    ] as const;
    for (const [name, route, shows] of pages) {
      await page.goto('about:blank');
      await open(page, 'owner', route);
      await visible(page, shows).waitFor();
      await visible(page, 'side-today').waitFor();
      wrong.push(...(await examineScreen(page)).map((complaint) => `${name}: ${complaint}`));
      await screenshot(`frame-wide-${name}`);
    }
    const ways = await page.locator('.owner-side:visible .owner-side__way').evaluateAll((all) => all.map(({ id }) => id));
    expect(ways.length).toBeGreaterThan(10);
    for (const way of ways) {
      await visible(page, way).click();
      await expect.poll(() => visible(page, way).getAttribute('aria-current')).toBe('page');
      await expect.poll(() => page.locator('.skeleton:visible').count()).toBe(0);
      expect(await page.locator('#error-state:visible, [id^=refusal-]:visible').count(), way).toBe(0);
    }
    await visible(page, 'side-members').click();
    await visible(page, 'members').waitFor();
    await expect.poll(() => visible(page, 'side-members').getAttribute('aria-current')).toBe('page');
    const [side, body] = await Promise.all([
      visible(page, 'side-today').boundingBox(),
      page.locator('.screen__body:visible').boundingBox(),
    ]);
    expect((body?.x ?? 0) + (body?.width ?? 0) - (side?.x ?? 0)).toBeLessThanOrEqual(1200);
    expect([...wrong, ...complaints]).toEqual([]);
    await close();
  });

  test('a member’s page is a column in the middle', async () => {
    const { page, screenshot, close } = await openPhone(browser);
    await page.setViewportSize(wide);
    await open(page, 'member', '/pages/home/index');
    await visible(page, 'streak-days').waitFor();
    await expect.poll(() => page.locator('.screen__body:visible').boundingBox()).toMatchObject({ width: 560, x: 360 });
    await screenshot('frame-wide-home');
    await close();
  });
});

describe('a page whose files do not come', () => {
  test.each(['js', 'css'])('says so over what is on show, where it is its %s, and comes when it is tried again', async (kind) => {
    const { page, close } = await openPhone(browser);
    let isCut = false;
    page.on('request', (request) => {
      // Nothing but the home is fetched at leisure.
      if (new URL(request.url()).pathname.startsWith('/api/')) isCut = true;
    });
    await page.route(`**/${kind}/*.${kind}`, (route) => (isCut ? route.abort() : route.continue()));
    await open(page, 'member', '/pages/home/index');
    await visible(page, 'streak-days').waitFor();
    await page.route('**/*', (route) => (isCut && route.request().method() === 'HEAD' ? route.abort() : route.fallback()));
    await page.locator('.weui-tabbar__item', { hasText: '福利' }).click();
    await expect.poll(() => page.locator('#page-missing').textContent()).toBe('这一页没有加载出来，可能是网络断了。再试一次');
    await visible(page, 'streak-days').waitFor();
    await page.locator('#page-missing-retry').click();
    await page.locator('#page-missing').waitFor();
    await page.unrouteAll();
    await page.locator('#page-missing-retry').click();
    await page.locator('#app [id^="/pages/wall/"]').waitFor({ state: 'attached' });
    await expect.poll(() => page.locator('#page-missing').count()).toBe(0);
    await close();
  });
});
