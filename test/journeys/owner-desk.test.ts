// Story: an owner writes at a desk: the card and the forecast stand beside the form, words that cannot be kept are asked about, a day ahead is a schedule.
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#core/values/day';
import { launchBrowser, savePicture } from '../support/browser';
import { pictureAll } from './stage/open-album';
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
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'zh-CN', reducedMotion: 'reduce' });
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  page.on('pageerror', (error) => complaints.push(error.message));
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const at = (id: string) => visible(page, id);

async function open(route: string): Promise<void> {
  await page.goto('about:blank');
  await page.goto(`${stage.origin}/app/?phone=owner#${route}`);
}

/** Saves a coupon drop as it begins. */
async function draftOf(title: string): Promise<string> {
  const { communityId, owner } = shop;
  const start = (await owner.get('campaign.types', { communityId })).types.find(({ code }) => code === 'coupon_drop')?.start;
  if (start === undefined) throw new Error('no coupon drop');
  return (await owner.get('campaign.save', { communityId, draft: { ...start, title } })).campaignId;
}

/** Where a part of the page is. */
async function boxOf(id: string) {
  const box = await at(id).boundingBox();
  if (box === null) throw new Error(`${id} is nowhere`);
  return box;
}

describe('an owner at a desk', () => {
  test('sees the card beside the form, and the forecast once the draft has saved itself', async () => {
    await open('/packages/owner/editor/index?type=coupon_drop');
    await at('field-title').waitFor();
    await field(page, 'field-title').fill('周末满减券');
    await expect.poll(() => at('chat-card-title').textContent()).toBe('周末满减券');
    const [card, title] = [await boxOf('chat-card'), await boxOf('field-title')];
    expect(card.x).toBeGreaterThan(title.x + title.width);
    await expect.poll(() => at('draft-kept').textContent()).toContain('草稿已保存');
    await at('forecast-source').waitFor();
    await savePicture('launch-desk-editor', page);
  });

  test('finds the draft again when the page is loaded anew', async () => {
    await expect.poll(() => page.url()).toMatch(/#\/packages\/owner\/editor\/index\?id=/);
    await page.reload();
    await expect.poll(() => field(page, 'field-title').inputValue()).toBe('周末满减券');
  });

  test('is asked before what cannot be kept is left, and stays with all of it', async () => {
    await field(page, 'field-title').fill('周');
    await expect.poll(() => at('draft-kept').textContent()).toContain('填好标出的地方');
    await at('go-back').click();
    await at('leave-confirm').waitFor();
    await savePicture('launch-desk-leave', page);
    await at('leave-cancel').click();
    await at('leave').waitFor({ state: 'hidden' });
    await expect.poll(() => field(page, 'field-title').inputValue()).toBe('周');
    await field(page, 'field-title').fill('周末满减券');
    await expect.poll(() => at('draft-kept').textContent()).toContain('草稿已保存');
  });

  test('is asked whose words stay when the draft was changed elsewhere, and saves over them on purpose', async () => {
    const { communityId, owner } = shop;
    const [draft] = (await owner.get('campaign.list', { communityId, state: 'draft' })).cards;
    const campaignId = draft?.campaignId ?? '';
    const saved = async () => (await owner.get('campaign.preview', { communityId, campaignId })).draft;
    await owner.get('campaign.save', { communityId, campaignId, draft: { ...(await saved()), title: '别处改的券' } });
    await field(page, 'field-title').fill('这里写的券');
    await at('rival-confirm').waitFor();
    await savePicture('launch-desk-rival', page);
    await at('rival-cancel').click();
    await at('publish').waitFor();
    await expect.poll(() => at('chat-card-title').textContent()).toBe('别处改的券');
    await page.goBack();
    await expect.poll(() => field(page, 'field-title').inputValue()).toBe('这里写的券');
    await expect.poll(() => at('draft-kept').textContent()).toContain('草稿在别处改过');
    expect((await saved()).title).toBe('别处改的券');
    await at('save-draft').click();
    await at('rival-confirm').click();
    await at('publish').waitFor();
    expect((await saved()).title).toBe('这里写的券');
  });

  test('publishes for a day ahead as a schedule, with what it costs at the most said first', async () => {
    const { communityId, owner, today } = shop;
    const [draft] = (await owner.get('campaign.list', { communityId, state: 'draft' })).cards;
    const campaignId = draft?.campaignId ?? '';
    const before = (await owner.get('campaign.preview', { communityId, campaignId })).draft;
    await owner.get('campaign.save', { communityId, campaignId, draft: { ...before, startsOn: addDays(today, 3) } });
    await open(`/packages/owner/preview/index?id=${campaignId}`);
    await at('publish').click();
    await expect.poll(() => at('promised-when').textContent()).toContain('自动开始');
    await expect.poll(() => at('promised-worst').textContent()).toMatch(/¥[\d,]+/);
    await expect.poll(() => at('publish-confirm').textContent()).toContain('预约发布');
    await savePicture('launch-desk-promised', page);
    await at('publish-confirm').click();
    await at('publish-done').waitFor();
    await expect.poll(() => at('publish-done').textContent()).toContain('预约好了');
    await savePicture('launch-desk-scheduled', page);
  });

  test('is told in the editor that a campaign is published, and led to where it is managed', async () => {
    const campaignId = await draftOf('早餐满减券');
    await open(`/packages/owner/editor/index?id=${campaignId}`);
    await at('field-title').waitFor();
    await at('save-draft').click();
    await at('target').waitFor();
    await field(page, 'target').fill('500');
    await expect.poll(() => at('target-notice').textContent()).toBe('只备好 100 张券，核销到不了这么多次。');
    await field(page, 'target').fill('100');
    await at('target-notice').waitFor({ state: 'hidden' });
    await at('publish').click();
    await at('publish-confirm').click();
    await at('publish-done').waitFor();
    await page.goBack();
    await at('refusal-campaign_not_draft').waitFor();
    await savePicture('launch-desk-no-draft', page);
    await page.reload();
    await at('refusal-campaign_not_draft').waitFor();
    await at('to-manage').click();
    await at('open-improve').waitFor();
  });

  test('is told it as well when another phone publishes what is being written', async () => {
    const { communityId, owner } = shop;
    const campaignId = await draftOf('午餐满减券');
    await open(`/packages/owner/editor/index?id=${campaignId}`);
    await at('field-title').waitFor();
    await owner.get('campaign.publish', { communityId, campaignId });
    await field(page, 'field-title').fill('晚餐满减券');
    await at('refusal-campaign_not_draft').waitFor();
    await savePicture('launch-desk-published-elsewhere', page);
    await at('go-back').click();
    await expect.poll(() => at('leave').textContent()).toContain('活动已经发布');
    await at('leave-cancel').click();
    await at('leave').waitFor({ state: 'hidden' });
    await at('to-manage').click();
    await at('open-improve').waitFor();
  });
});

test('the sheet and the folded form hold up on a narrow phone, with the largest text, and in English', async () => {
  const { communityId, owner } = shop;
  const { types } = await owner.get('campaign.types', { communityId });
  const start = types.find(({ code }) => code === 'checkin_plan')?.start;
  if (start === undefined) throw new Error('no check-in plan');
  const { campaignId } = await owner.get('campaign.save', { communityId, draft: { ...start, title: '早餐打卡' } });
  const editor = `/packages/owner/editor/index?id=${campaignId}`;
  const pictures = [
    {
      name: 'launch-promised',
      route: `/packages/owner/preview/index?id=${campaignId}`,
      shows: 'publish',
      tap: ['publish', 'promised-list'],
      dark: true,
    },
    { name: 'launch-card', route: editor, shows: 'toggle-card', tap: ['toggle-card', 'chat-card'] },
    { name: 'launch-whom', route: editor, shows: 'section-whom', tap: ['section-whom', 'field-groupId'] },
    { name: 'launch-drafts', route: '/packages/owner/campaigns/index', shows: 'past-list', tap: ['discard-', 'discard-confirm'] },
  ] as const;
  expect(await pictureAll(browser, stage.origin, 'owner', pictures)).toEqual([]);
  expect(await pictureAll(browser, stage.origin, 'owner', pictures, true)).toEqual([]);
  expect(complaints).toEqual([]);
});
