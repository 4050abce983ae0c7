// Every play that an owner can launch: its page as a member meets it, and the owner's form for it, at both widths and in both languages.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InputOf } from '#core/contract';
import { type CampaignTypeCode, campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import { addDays } from '#core/values/day';
import { launchBrowser } from '../support/browser';
import { type Pictured, pictureAll } from './stage/open-album';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage } from './stage/start-stage';

type Parameters = InputOf<'campaign.save'>['draft']['parameters'];

let browser: Browser;
let stage: Stage;
let shop: Shop;
const pages: Pictured[] = [];

/** What an owner would write where a type begins with nothing: each text is as long as its field lets it be. */
const WORDS = '阳光玫瑰葡萄，本店 3 月 1 日至 7 日每箱 15 元';

/** What a type begins with, and words where only the owner has them. */
function filled(type: CampaignTypeCode): Parameters {
  const texts = Object.entries(campaignTypes[type].parameters).flatMap(([name, declaration]): [string, string][] =>
    declaration.kind === 'text' && declaration.default === '' ? [[name, WORDS.slice(0, declaration.max).trim()]] : [],
  );
  return Object.fromEntries(texts);
}

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  await shop.join('member', '小林');
  for (const type of campaignTypeCodes) {
    // Long enough for the milestones that a plan begins with.
    const until = addDays(shop.today, type === 'checkin_plan' ? 29 : 13);
    const days = { startsOn: shop.today, endsOn: until };
    const campaignId = await shop.publish(type, '三月的活动', { ...days, parameters: filled(type) });
    pages.push({ route: `/packages/member/campaign/index?c=${shop.communityId}&id=${campaignId}`, shows: 'terms', name: `play-${type}` });
  }
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

describe('every play', () => {
  test('has a page that fits small phones, is readable, and can be tapped', async () => {
    expect(await pictureAll(browser, stage.origin, 'member', pages)).toEqual([]);
  });

  test('has it in English, too', async () => {
    expect(await pictureAll(browser, stage.origin, 'member', pages, true)).toEqual([]);
  });

  test('stands on the home page', async () => {
    const home = { route: '/pages/home/index', shows: 'streak-days', name: 'plays-home', dark: true };
    expect(await pictureAll(browser, stage.origin, 'member', [home])).toEqual([]);
  });

  test('has a form that is drawn from its declarations', async () => {
    const forms = campaignTypeCodes.map((type) => ({
      route: `/packages/owner/editor/index?type=${type}`,
      shows: 'field-title',
      name: `form-${type}`,
    }));
    expect(await pictureAll(browser, stage.origin, 'owner', forms)).toEqual([]);
  });
});
