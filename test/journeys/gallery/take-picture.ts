// Takes one picture: opens the page under its circumstances, waits until nothing moves any more, and shoots.
import type { Browser, BrowserContext, Page, Route } from 'playwright-core';
import { expect } from 'vitest';
import { openWay, type Way } from '../stage/open-way';
import { field, visible } from '../stage/screen-places';
import { type Picture, withIds } from './screen';
import type { Town } from './towns';

/** Small, so that a screen that fits here fits everywhere, and its picture is small too. */
const PHONE = { width: 320, height: 568 } as const;
const DESK = { width: 1280, height: 800 } as const;

/** Longer than this, and something will not come. */
const PATIENCE_MS = 20_000;

/** How often a picture may be taken again until two in a row are the same. */
const TRIES = 60;

/** A phone or a desk of one person in one town, kept for all of their pictures. */
interface Device {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly way: Way;
}

/** Takes pictures with one browser. */
export interface Photographer {
  /** @throws Error when the screen does not come to show what it should */
  take(town: Town, page: string, picture: Picture): Promise<Buffer>;
  /** What the page of the last picture says on top of it. */
  title(): string;
  /** Errors that pages threw since the last call. */
  complaints(): readonly string[];
}

async function openDevice(browser: Browser, { origin }: Town, { who, how = [] }: Picture): Promise<Device> {
  const wide = how.includes('wide');
  const context = await browser.newContext({
    viewport: wide ? DESK : PHONE,
    deviceScaleFactor: wide ? 0.5 : 1,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    hasTouch: !wide,
    isMobile: !wide,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE_MS);
  const language = how.includes('english') ? 'en' : 'zh-CN';
  await page.addInitScript(
    ([of, chosen, size]) => {
      if (!location.protocol.startsWith('http')) return;
      localStorage.setItem(`${of}.language`, JSON.stringify({ data: chosen }));
      localStorage.setItem(`${of}.text-size`, JSON.stringify({ data: size }));
    },
    [`qunhui.${who}`, language, how.includes('large') ? 'largest' : 'standard'] as const,
  );
  return { context, page, way: openWay(page, origin, who) };
}

const API = '**/api/**';

/** The server's answer that something of its own is wrong. */
const failing = (route: Route) => route.fulfill({ json: { ok: false, code: 'internal', data: { reference: 'k7m2p4qa' } }, status: 500 });

/** Never answers, as a network that is about to. */
const waiting = () => new Promise<void>(() => undefined);

/** Goes to another tab and back while there is no network: what is shown is from before. */
async function comeBackOffline(page: Page): Promise<void> {
  const tabs = page.locator('.weui-tabbar__item');
  const titles = ['群惠', '福利'];
  const [own, other] = page.url().includes('/pages/home/') ? [0, 1] : [1, 0];
  await page.route(API, (route) => route.abort());
  for (const tab of [other, own]) {
    await tabs.nth(tab).click();
    // A page whose script is still on its way comes after the next tap, and on top: it is waited for.
    await expect.poll(() => page.locator('.top-bar__title:visible').allTextContents()).toEqual([titles[tab]]);
  }
  await visible(page, 'offline-banner').waitFor();
}

/** The same picture twice: nothing moves, and nothing more comes. */
async function shootStill(page: Page, pending: ReadonlySet<unknown>): Promise<Buffer> {
  let before: Buffer = Buffer.alloc(0);
  for (let tries = 0; tries < TRIES; tries += 1) {
    await page.evaluate(async () => {
      const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY);
      // One that is taken back while it moves is over, too.
      await Promise.allSettled(moving.map(({ finished }) => finished));
    });
    const now = await page.screenshot({ animations: 'disabled' });
    if (now.equals(before) && pending.size === 0) return now;
    before = now;
  }
  throw new Error('the screen does not come to rest');
}

/** Makes the photographer of a browser. */
export function createPhotographer(browser: Browser): Photographer {
  const devices = new Map<string, Promise<Device & { readonly pending: Set<unknown> }>>();
  const heard: string[] = [];
  /** The pages of which there is a picture: the first of each is of a cold start. */
  const known = new Set<string>();
  let title = '';

  async function openHeard(town: Town, picture: Picture) {
    const device = await openDevice(browser, town, picture);
    const pending = new Set<unknown>();
    device.page.on('pageerror', (error) => heard.push(error.message));
    device.page.on('request', (request) => {
      // What is never answered is not waited for.
      if (!(picture.how ?? []).includes('loading')) pending.add(request);
    });
    device.page.on('requestfinished', (request) => pending.delete(request));
    device.page.on('requestfailed', (request) => pending.delete(request));
    return { ...device, pending };
  }

  function deviceOf(town: Town, picture: Picture) {
    const kinds = (picture.how ?? []).filter((one) => ['wide', 'english', 'large', 'loading'].includes(one));
    const key = [town.origin, picture.who, ...kinds].join(' ');
    const known = devices.get(key) ?? openHeard(town, picture);
    devices.set(key, known);
    return known;
  }

  return {
    title: () => title,
    complaints: () => heard.splice(0),
    async take(town, path, picture) {
      const { page, way, pending } = await deviceOf(town, picture);
      const { how = [], taps = [], types } = picture;
      const route = `/${path}${withIds(picture.query ?? '', town.ids)}`;
      const isBroken = how.some((one) => ['loading', 'error', 'offline'].includes(one));
      const isTouched = isBroken || taps.length > 0 || types !== undefined;
      await page.emulateMedia({ colorScheme: how.includes('dark') ? 'dark' : 'light' });
      await page.clock.setFixedTime(town.now);
      if (how.includes('error')) await page.route(API, failing);
      if (how.includes('loading')) await page.route(API, waiting);
      if (isBroken || !known.has(path)) await way.coldTo(route);
      else await way.to(route);
      known.add(path);
      if (isTouched) way.leaveTouched();
      if (how.includes('loading')) await page.locator('.skeleton:visible').first().waitFor();
      else await visible(page, withIds(picture.shows, town.ids)).waitFor();
      if (types !== undefined) await field(page, types[0]).fill(types[1]);
      for (const tap of taps)
        await page
          .locator(`[id^="${withIds(tap, town.ids)}"]:visible`)
          .first()
          .click();
      if (how.includes('offline')) await comeBackOffline(page);
      // What stands for a page until its answers are there may be drawn when they have come.
      if (!how.includes('loading')) await expect.poll(() => page.locator('.skeleton:visible').count()).toBe(0);
      const shot = await shootStill(page, pending);
      title = (await page.locator('.top-bar__title:visible').last().textContent()) ?? '';
      await page.unroute(API);
      return shot;
    },
  };
}
