// The playground itself: chats of several people, a card with its picture, a newcomer's way in by the story that leads there, and small windows.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { examineAccess } from './stage/examine-access';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage } from './stage/start-stage';

const TITLE = '周末水果券';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let playground: Playground;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  await shop.publish('welcome_gift', '第一次来就有礼');
  const drop = await shop.publish('coupon_drop', TITLE, {
    groupId: shop.groupId,
    parameters: { amountOffFen: 600, thresholdFen: 4_000, stock: 20, perMemberMax: 1 },
  });
  await shop.join('member', '小林');
  const { card } = await shop.owner.get('campaign.post', { communityId: shop.communityId, campaignId: drop });
  await stage.playground('send', { from: 'member', to: 'newcomer', card: { ...card, picture: null } });
  for (let line = 1; line <= 12; line += 1) await stage.playground('send', { from: 'member', to: 'newcomer', text: `第 ${line} 句` });
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const as = (persona: string) => playground.page.locator(`[data-view-as="${persona}"]`).click();
const step = (name: string) => playground.page.locator(`[data-step="${name}"]`).waitFor();
const pointed = () => playground.page.locator('.card.is-next .card__face').last();
const next = () => pointed().click();

/** Whether a person sees what the story points at without scrolling. */
async function expectPointedInSight(): Promise<void> {
  await expect
    .poll(() =>
      pointed().evaluate((face) => {
        const { left, top, width, height } = face.getBoundingClientRect();
        return face.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      }),
    )
    .toBe(true);
}

describe('the chats', () => {
  test('show a card with the picture that the app draws, five to four', async () => {
    const picture = playground.card(TITLE).locator('img.picture');
    await picture.waitFor();
    const shape = await picture.evaluate((image) => [(image as HTMLImageElement).naturalWidth, (image as HTMLImageElement).naturalHeight]);
    expect(shape).toEqual([1_000, 800]);
  });

  test('carry words from one person to the others, who see how many are new', async () => {
    const { page } = playground;
    await page.locator('#say-line').fill('草莓还有吗?');
    await page.locator('#say-line').press('Enter');
    await page.locator('.message--mine', { hasText: '草莓还有吗' }).waitFor();
    await page.locator('[data-view-as="owner"] .badge').waitFor();
    await as('owner');
    await page.locator('.message:not(.message--mine)', { hasText: '草莓还有吗' }).waitFor();
    await page.locator('[data-view-as="owner"] .badge').waitFor({ state: 'detached' });
    await page.locator('[data-chats]').click();
    await expect.poll(() => page.locator('[data-chat="group"] .line__last').textContent()).toBe('小林: 草莓还有吗?');
    await playground.screenshot('playground-1-list');
  });
});

describe('the story of a newcomer', () => {
  test('leads from a locked card into the group and to the welcome gift, and sees every step by itself', async () => {
    const { page } = playground;
    await page.locator('[data-story="coupon"]').click();
    await step('coupon-1');
    await page.locator('.chat__head h2', { hasText: '小林' }).waitFor();
    await expectPointedInSight();
    await next();
    await step('coupon-2');
    const phone = await playground.phone('newcomer');
    await phone.at('join').click();
    await phone.at('refusal-not_in_group').waitFor();
    await step('coupon-3');
    await playground.screenshot('playground-2-locked');
    await page.locator('[data-bring-in="newcomer"]').click();
    await step('coupon-4');
    await page.locator('.message--event', { hasText: '小禾加入了群聊' }).waitFor();
    // Of the group they see what came with them, and what they were told of in private before is shown there again.
    await expect.poll(() => page.locator('.message').count()).toBe(2);
    await next();
    await phone.at('claim').click();
    await step('coupon-5');
    await page.locator('.guide .button--main').click();
    await expect.poll(() => phone.says()).toContain('新人礼');
    // What is to be looked at stays said until the person says that they have.
    await page.locator('.guide .button--main', { hasText: '看过了' }).click();
    await page.locator('[data-ended="coupon"]').waitFor();
    await playground.screenshot('playground-3-ended');
    await page.reload();
    await page.locator('[data-story="coupon"].is-done').waitFor();
  });
});

describe('the page', () => {
  test('fits small windows, in the dark and in English, and nothing is wider than the window', async () => {
    const { page } = playground;
    for (const [width, height, scheme] of [
      [1_024, 768, 'dark'],
      [390, 844, 'light'],
      [320, 568, 'dark'],
    ] as const) {
      await page.setViewportSize({ width, height });
      await page.emulateMedia({ colorScheme: scheme });
      await page.reload();
      await page.locator('.chat').waitFor();
      await playground.screenshot(`playground-4-${width}`);
      expect(await examineAccess(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
    await page.locator('[data-language]').click();
    await page.locator('[data-look="member"]').click();
    await playground.screenshot('playground-5-phone-en');
    await page.locator('.guide', { hasText: 'Launch a campaign' }).waitFor();
    await expect.poll(() => page.locator('.guide, .bar').allTextContents()).not.toContainEqual(expect.stringMatching(/六个|过一天/));
  });

  test('has a name for everything that can be pressed, and a finger’s room for it', async () => {
    const small = await playground.page.locator('button:visible').evaluateAll((buttons) =>
      buttons
        .map((button) => ({ box: button.getBoundingClientRect(), name: button.getAttribute('aria-label') ?? button.textContent ?? '' }))
        .filter(({ box, name }) => box.width < 43.5 || box.height < 43.5 || name.trim() === '')
        .map(({ box, name }) => `${name} ${box.width} ${box.height}`),
    );
    expect(small).toEqual([]);
    expect(playground.complaints).toEqual([]);
  });
});
