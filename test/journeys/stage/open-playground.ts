// The playground as a person uses it: the chat, the phones beside it, and the clock.
import type { Browser, BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { savePicture } from '../../support/browser';
import { field, nextPage, visible } from './screen-places';

/** Longer than this, and something will not come. */
const PATIENCE_MS = 30_000;

/** One of the phones beside the chat. */
export interface FramedPhone {
  readonly frame: FrameLocator;
  /** The element with this id on the page that is on show; pages below it in the stack do not count. */
  at(id: string): Locator;
  /** Opens a page of the app, as a link inside it would. */
  go(route: string): Promise<void>;
  /** Goes to a tab by the word on it. */
  tab(word: string): Promise<void>;
  /** Types into a field in place of what is there. */
  type(id: string, text: string): Promise<void>;
  /** Everything that the page on show says. */
  says(): Promise<string>;
  /** Saves what this phone shows. */
  screenshot(name: string): Promise<void>;
}

/** The playground. */
export interface Playground {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of the page and of every phone in it. */
  readonly complaints: readonly string[];
  /** A phone, put on show if it is not. */
  phone(persona: string): Promise<FramedPhone>;
  /** A card in the chat by its title, the newest one. */
  card(title: string): Locator;
  /** Taps a card as somebody, in the chat that they find open. */
  openCard(title: string, persona: string): Promise<FramedPhone>;
  /** Answers the sheet that asks where a card goes, by a part of the answer. */
  sendTo(answer: string): Promise<void>;
  nextDay(): Promise<void>;
  screenshot(name: string): Promise<void>;
  close(): Promise<void>;
}

/** Opens the playground on a desk, with room for the chat and three phones. */
export async function openPlayground(browser: Browser, origin: string): Promise<Playground> {
  const context = await browser.newContext({
    viewport: { width: 1480, height: 980 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.setDefaultTimeout(PATIENCE_MS);
  await page.goto(`${origin}/`);
  await page.locator('.chat').waitFor();

  async function phone(persona: string): Promise<FramedPhone> {
    const toggle = page.locator(`[data-show="${persona}"]`);
    const isShown = async () => (await toggle.getAttribute('aria-pressed')) === 'true';
    // A card that was tapped shows its phone by itself, a moment later: a tap that comes after that puts the phone away again.
    while (!(await isShown())) await toggle.click();
    const holder = page.locator(`[data-frame="${persona}"]`);
    const frame = page.frameLocator(`[data-frame="${persona}"]`);
    await frame.locator('.screen:visible').first().waitFor();
    return {
      frame,
      at: (id) => visible(frame, id),
      go: async (route) => {
        const next = await nextPage(frame, route);
        const isElsewhere = await holder.evaluate((element, hash) => {
          const inside = (element as HTMLIFrameElement).contentWindow;
          const from = inside?.location.href;
          if (inside !== null) inside.location.hash = hash;
          return inside?.location.href !== from;
        }, route);
        // Two ways at once would be none: nothing is asked of the page that was there before, nor is the next way gone meanwhile.
        if (isElsewhere) await next.waitFor();
      },
      tab: async (word) => {
        await frame.locator('.weui-tabbar__item:visible', { hasText: word }).click();
        // Pages of two tabs have things in common: nothing is tapped before the one that was asked for is on show.
        const title = word === '首页' ? '群惠' : word;
        await expect.poll(() => frame.locator('.top-bar__title:visible').allTextContents()).toEqual([title]);
      },
      type: (id, text) => field(frame, id).fill(text),
      says: async () => (await frame.locator('.screen:visible').last().textContent()) ?? '',
      screenshot: (name) => savePicture(name, holder),
    };
  }

  /** The pages that a phone holds, as the app's router names them; none before it was first put on show. */
  async function pagesOf(persona: string): Promise<readonly string[]> {
    const holder = `[data-frame="${persona}"]`;
    if ((await page.locator(holder).count()) === 0) return [];
    return page
      .frameLocator(holder)
      .locator('#app [id^="/"]')
      .evaluateAll((pages) => pages.map(({ id }) => id));
  }

  const card = (title: string) => page.locator('.card', { hasText: title }).last();

  return {
    page,
    context,
    complaints,
    phone,
    card,
    async openCard(title, persona) {
      const before = await pagesOf(persona);
      await page.locator(`[data-view-as="${persona}"]`).click();
      await card(title).locator('.card__face').click();
      const opened = await phone(persona);
      // An opened card begins anew, also where its page is on show already.
      const others = before.map((id) => `:not([id="${id}"])`).join('');
      await opened.frame.locator(`#app [id^="/"]:visible${others}`).first().waitFor();
      await opened.at('campaign-title').filter({ hasText: title }).waitFor();
      return opened;
    },
    sendTo: (answer) => page.locator('[data-sheet="share"] button', { hasText: answer }).click(),
    async nextDay() {
      const moved = page.waitForResponse((response) => response.url().endsWith('/playground/clock'));
      await page.locator('[data-clock="next_day"]').click();
      await moved;
    },
    screenshot: (name) => savePicture(name, page),
    close: () => context.close(),
  };
}
