// Story: what is typed and not saved is not lost by leaving: an owner is asked first on every way out, a member finds it again.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { openShop, type Shop } from './stage/open-shop';
import { field, visible } from './stage/screen-places';
import { type Stage, startStage } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let page: Page;
const complaints: string[] = [];

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  await shop.join('member', '小林');
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN', reducedMotion: 'reduce' });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const at = (id: string) => visible(page, id);

/** The console, and from there the page behind a way. */
async function open(...ways: readonly string[]): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${stage.origin}/app/?phone=owner#/packages/owner/today/index`);
  for (const way of ways) await at(way).click();
}

/** Presses the browser's own back key. */
async function pressBack(): Promise<void> {
  await page.evaluate(() => window.history.back());
}

async function stay(): Promise<void> {
  await at('leave-cancel').click();
  await at('leave').waitFor({ state: 'hidden' });
}

test('the back key asks before a campaign is left that cannot be saved, as often as it is pressed, and goes where it was to go', async () => {
  await open('new-campaign', 'type-coupon_drop');
  await field(page, 'field-title').fill('周末满减券');
  await expect.poll(() => page.url()).toMatch(/editor\/index\?id=/);
  await field(page, 'field-title').fill('周');
  for (const _press of [1, 2]) {
    await pressBack();
    await at('leave-confirm').waitFor();
    await stay();
    expect(await field(page, 'field-title').inputValue()).toBe('周');
    expect(page.url()).toMatch(/editor\/index\?id=/);
  }
  await at('go-back').click();
  await stay();
  await pressBack();
  await at('leave-confirm').click();
  await at('type-coupon_drop').waitFor();
  await pressBack();
  await at('new-campaign').waitFor();
});

test('a campaign that can be saved is saved, and the back key asks nothing', async () => {
  await open('new-campaign', 'type-coupon_drop');
  await field(page, 'field-title').fill('早餐满减券');
  await pressBack();
  await at('type-coupon_drop').waitFor();
  await open();
  await expect.poll(() => page.locator('.screen:visible').last().textContent()).toContain('早餐满减券');
});

test('what is said about the community, and how people come in, is asked about as well, and not once it is saved', async () => {
  await open('open-about');
  await field(page, 'community-theme').fill('每天一个更好的面包');
  await at('go-back').click();
  await stay();
  await pressBack();
  await stay();
  expect(await field(page, 'community-theme').inputValue()).toBe('每天一个更好的面包');
  await at('save-about').click();
  await at('about-saved').waitFor();
  await pressBack();
  await at('open-about').waitFor();

  await at('open-door').click();
  await at('door-way-approval').click();
  await pressBack();
  await at('leave-confirm').click();
  await at('open-points').click();
  await at('points-forever').click();
  await at('go-back').click();
  await at('leave-confirm').click();
  await at('open-about').waitFor();
});

test('what is asked again at once is still asked when the sheet before would have been put away', async () => {
  await open('open-about');
  await field(page, 'community-theme').fill('每天一个面包');
  await at('go-back').click();
  await at('leave-cancel').click();
  await pressBack();
  await page.waitForTimeout(600);
  expect(await at('leave-cancel').isVisible()).toBe(true);
  await stay();
});

test('a reload asks while something is typed, and only then', async () => {
  await open('open-about');
  let asked = 0;
  page.on('dialog', (dialog) => {
    asked += 1;
    void dialog.accept();
  });
  await page.reload();
  await field(page, 'community-theme').fill('每天一个面包');
  await page.reload();
  await at('save-about').waitFor();
  expect(asked).toBe(1);
});

/** A member's page of a campaign. */
async function openCampaign(campaignId: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${stage.origin}/app/?phone=member#/pages/home/index`);
  await at(`offer-${campaignId}`).click();
}

const questions = [
  { question: '香蕉怎么放得久？', optionA: '放冰箱冷藏', optionB: '挂起来通风', optionC: '', optionD: '', right: 2 },
  { question: '豆浆几点开卖？', optionA: '六点', optionB: '七点', optionC: '', optionD: '', right: 1 },
];

test('a member who leaves a quiz goes on at the question that was answered last, after a reload as well', async () => {
  const quiz = await shop.publish('quiz', '果蔬小常识', { parameters: { questions } });
  const isChosen = (option: string) => expect.poll(() => at(`quiz-option-${option}`).getAttribute('aria-checked'));
  await openCampaign(quiz);
  await at('quiz-option-2').click();
  await at('quiz-next').click();
  await at('quiz-option-1').click();
  await at('quiz-send').waitFor();
  await pressBack();
  await at(`offer-${quiz}`).click();
  await isChosen('1').toBe('true');
  await page.reload();
  await isChosen('1').toBe('true');
  await at('quiz-back').click();
  await isChosen('2').toBe('true');
  await at('quiz-next').click();
  await at('quiz-send').click();
  await expect.poll(() => at('quiz-results').textContent()).toContain('2 题对了 2 题');
});

test('what a member writes stands there again after a reload, and nothing of it is kept once it has been sent', async () => {
  const trial = await shop.publish('trial', '新品试吃', { parameters: { item: '一份荠菜包', question: '平时早餐吃什么？' } });
  await openCampaign(trial);
  await field(page, 'trial-answer').fill('豆浆和油条');
  await page.reload();
  await expect.poll(() => field(page, 'trial-answer').inputValue()).toBe('豆浆和油条');
  await at('trial-apply').click();
  await at('trial-selected').waitFor();
  expect(await page.evaluate(() => Object.keys(sessionStorage).filter((name) => name.includes('unsent')))).toEqual([]);
  expect(complaints).toEqual([]);
});
