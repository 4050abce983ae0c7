// Story: an owner writes what no campaign may say, sees why beside the field, mends it, and takes a warning on with her own tick.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let playground: Playground;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

describe('an owner who writes', () => {
  test('what no campaign may say reads why beside the field, while she types', async () => {
    const phone = await playground.phone('owner');
    await phone.go('/packages/owner/editor/index?type=coupon_drop');
    await phone.at('field-title').waitFor();
    await phone.type('field-title', '周末抽 奖');
    await phone.at('field-title-notice').waitFor();
    await expect.poll(() => phone.at('field-title-notice').textContent()).toContain('「抽奖」');
    await phone.type('field-summary', '啤酒秒杀');
    await phone.at('field-summary-notice').waitFor();
    await expect.poll(() => phone.at('field-summary-notice').textContent()).toContain('PRICE-');
    await phone.screenshot('policy-1-while-typing');
    await phone.type('field-title', '周末啤酒券');
    await expect.poll(() => phone.at('field-title-notice').textContent()).not.toContain('抽奖');
  });

  test('what may be said with care reads each rule, and publishes with her ticks only', async () => {
    const phone = await playground.phone('owner');
    await phone.at('save-draft').click();
    await phone.at('findings').waitFor();
    await phone.at('finding-PRICE-01').scrollIntoViewIfNeeded();
    await phone.screenshot('policy-2-warnings');
    await phone.at('publish').click();
    await phone.at('promised-warnings').waitFor();
    await expect.poll(() => phone.at('publish-confirm').getAttribute('class')).toContain('button--off');
    for (const rule of ['PRICE-01', 'MINOR-01', 'CAT-01']) await phone.at(`confirm-${rule}`).click();
    await phone.at('finding-MINOR-01').scrollIntoViewIfNeeded();
    await phone.screenshot('policy-3-ticked');
    await phone.at('publish-confirm').click();
    await phone.at('publish-done').waitFor();
    await phone.at('to-manage').click();
    await phone.at('confirmed-findings').waitFor();
    await phone.at('confirmed-findings').scrollIntoViewIfNeeded();
    await phone.screenshot('policy-4-kept');
    const { campaigns } = await shop.owner.get('analytics.today', { communityId: shop.communityId });
    expect(new Set(campaigns[0]?.confirmed.map(({ rule }) => rule))).toEqual(new Set(['PRICE-01', 'MINOR-01', 'CAT-01']));
  });
});

test('every page of it holds up on a narrow phone, and in English', async () => {
  const { communityId, owner } = shop;
  const { types } = await owner.get('campaign.types', { communityId });
  const start = types.find(({ code }) => code === 'coupon_drop')?.start;
  if (start === undefined) throw new Error('no coupon drop');
  const draft = { ...start, title: '周末秒杀', summary: '啤酒清仓，附近唯一' };
  const { campaignId } = await owner.get('campaign.save', { communityId, draft });
  const pictures = [
    { name: 'policy-preview', route: `/packages/owner/preview/index?id=${campaignId}`, shows: 'findings' },
    { name: 'policy-editor', route: `/packages/owner/editor/index?id=${campaignId}`, shows: 'field-title-notice' },
    { name: 'policy-about', route: '/packages/owner/about/index', shows: 'community-licences' },
  ];
  expect(await pictureAll(browser, stage.origin, 'owner', pictures)).toEqual([]);
  expect(await pictureAll(browser, stage.origin, 'owner', pictures, true)).toEqual([]);
  expect(playground.complaints).toEqual([]);
});
