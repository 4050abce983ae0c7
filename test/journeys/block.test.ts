// Story of the block list: the owner puts a member out with a reason, the member reads it, still uses their coupon, appeals, and is let back in.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage, type Voice } from './stage/start-stage';

const WORDS = '连发三天外链';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let member: Voice;
let memberId: string;
let playground: Playground;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage({ still: true })]);
  shop = await openShop(stage);
  await shop.publish('checkin_plan', '三月打卡');
  const drop = await shop.publish('coupon_drop', '周末券');
  member = await shop.join('member', '小林');
  await shop.join('neighbour');
  await member.get('coupon.claim', { communityId: shop.communityId, campaignId: drop });
  memberId = (await member.get('community.home', here())).me.memberId;
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const here = () => ({ communityId: shop.communityId });
const personOf = () => `/packages/owner/person/index?m=${memberId}`;

describe('a member who bothers everybody', () => {
  test('is put out by the owner from their page, who is told before what that does', async () => {
    const owner = await playground.phone('owner');
    await owner.go(personOf());
    await owner.at(`block-${memberId}`).click();
    await expect.poll(() => owner.at('block').textContent()).toMatch(/已领的券照样能用.*可以申诉一次/);
    await owner.type('block-text', WORDS);
    expect(await owner.at('block-confirm').getAttribute('class')).toContain('button--off');
    await owner.at('block-reason-advertising').click();
    await owner.at('block-confirm').click();
    await owner.at('appoint-done').waitFor();
    await expect.poll(() => owner.at('person-block').textContent()).toMatch(/移出并拉黑.*发广告，连发三天外链.*还没有申诉/);
    await owner.go('/packages/owner/members/index');
    await expect.poll(() => owner.at('members').textContent()).not.toContain('小林');
  });

  test('reads why wherever joining would have been offered, and finds their coupon in its place', async () => {
    const phone = await playground.phone('member');
    for (const tab of ['福利', '榜单', '首页', '我的'] as const) {
      await phone.tab(tab);
      await phone.at('blocked-card').waitFor();
      await expect.poll(() => phone.at('blocked-card').textContent()).toContain(`群主的理由：发广告，${WORDS}`);
    }
    expect(await member.call('checkin.checkIn', { ...here(), campaignId: 'any' })).toMatchObject({ code: 'blocked' });
    await phone.at('open-wallet').click();
    await expect.poll(() => phone.says()).toContain('周末券');
  });

  test('appeals in their own words, which the owner answers and lets them back in', async () => {
    const phone = await playground.phone('member');
    await phone.go('/pages/home/index');
    await phone.at('open-appeal').click();
    await phone.type('appeal-text', '那条消息不是我发的');
    await phone.at('send-appeal').click();
    await expect.poll(() => phone.at('blocked-card').textContent()).toMatch(/\d\d:\d\d 提交，等群主回复/);
    const owner = await playground.phone('owner');
    await owner.go('/packages/owner/today/index');
    await owner.at('need-reviews').click();
    await expect.poll(() => owner.at(`review-${memberId}`).textContent()).toMatch(/\d\d:\d\d 申诉/);
    await owner.at(`review-${memberId}`).click();
    await expect.poll(() => owner.at('review-appeal').textContent()).toContain('那条消息不是我发的');
  });
});

test.each([
  ['Chinese', false],
  ['English', true],
])('the screens of a block are in order at both widths in %s', async (_language, english) => {
  const owners = [
    { route: personOf(), shows: 'person-block', name: 'block-person', dark: true },
    { route: `/packages/owner/review/index?m=${memberId}`, shows: 'review-appeal', name: 'block-review' },
    { route: '/packages/owner/reviews/index', shows: `review-${memberId}`, name: 'block-queue' },
  ];
  const members = [
    { route: '/pages/home/index', shows: 'blocked-card', name: 'block-home', dark: true },
    { route: '/pages/me/index', shows: 'blocked-card', name: 'block-me' },
  ];
  expect(await pictureAll(browser, stage.origin, 'owner', owners, english)).toEqual([]);
  expect(await pictureAll(browser, stage.origin, 'member', members, english)).toEqual([]);
});

test('an appeal that is answered lets the member in again, with what they had', async () => {
  const owner = await playground.phone('owner');
  await owner.go(`/packages/owner/review/index?m=${memberId}`);
  await owner.at('answer').click();
  await owner.type('appeal-answer', '看错了，对不起');
  await owner.at('appeal-lifted').click();
  await owner.at('answer-appeal-confirm').click();
  await owner.at('review-done').waitFor();
  const phone = await playground.phone('member');
  await phone.tab('我的');
  await phone.tab('首页');
  await phone.at('check-in').waitFor();
  expect((await member.get('community.home', here())).me).toMatchObject({ role: 'member' });
  expect(playground.complaints).toEqual([]);
});
