// Story: an owner makes a coupon better and ends a plan early; members read what changed, a claimed coupon keeps its rules, and what is owed is made good.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage, type Voice } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let playground: Playground;
let member: Voice;
let dropId: string;
let inviteId: string;

const here = () => ({ communityId: shop.communityId });
const pageOf = (campaignId: string) => `/packages/member/campaign/index?c=${shop.communityId}&id=${campaignId}`;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  const planId = await shop.publish('checkin_plan', '早市打卡');
  dropId = await shop.publish('coupon_drop', '周末水果券', { parameters: { amountOffFen: 500, thresholdFen: 3_000, stock: 5 } });
  inviteId = await shop.publish('invite_reward', '请邻居来，一人一张券', { parameters: { amountOffFen: 500, thresholdFen: 3_000 } });
  member = await shop.join('member', '小林');
  await member.get('checkin.checkIn', { ...here(), campaignId: planId });
  await member.get('coupon.claim', { ...here(), campaignId: dropId });
  const { token } = await member.get('invite.create', { ...here(), campaignId: inviteId });
  const friend = await stage.voice('newcomer');
  await friend.get('community.enter', { ...here(), inviteToken: token, campaignId: inviteId });
  await friend.get('community.join', here());
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

describe('a coupon that runs', () => {
  test('is refused where it would be worse, at the field, and better rules are saved', async () => {
    const phone = await playground.phone('owner');
    await phone.go(`/packages/owner/manage/index?id=${dropId}`);
    await phone.at('open-improve').click();
    await phone.at('field-stock').waitFor();
    await expect.poll(() => phone.at('field-rush').textContent()).toContain('发布后不能改。');
    await phone.type('field-stock', '4');
    await phone.at('save-improvement').click();
    await phone.at('refusal-would_worsen').waitFor();
    await expect.poll(() => phone.at('field-stock-problem').textContent()).toBe('只能加，不能减。');
    await phone.screenshot('promise-kept-1-worse');
    await phone.type('field-stock', '8');
    await phone.type('field-thresholdFen', '20');
    await phone.at('save-improvement').click();
    await phone.at('improve').waitFor();
    await expect
      .poll(() => phone.at('improve').textContent())
      .toBe('另外留出 3 张券。最多要花的，从 ¥25 变成 ¥40。保存以后不能改回来，只能再改得更好。');
    await phone.screenshot('promise-kept-2-asked');
    await phone.at('improve-confirm').click();
    await phone.at('improve-done').waitFor();
    await expect.poll(() => phone.at('improve-done').textContent()).toBe('已改好，现在是规则第 2 版。另外留出 3 张。');
    await phone.screenshot('promise-kept-2-better');
    // Nothing has changed since: nothing is asked.
    await phone.at('save-improvement').click();
    await expect.poll(() => phone.at('improve-done').textContent()).toBe('没有改动，规则还是原来的。');
  });

  test('tells every member what changed, and a coupon that was claimed before keeps its rules', async () => {
    const phone = await playground.phone('member');
    await phone.go(pageOf(dropId));
    await phone.at('improvement').waitFor();
    await expect.poll(() => phone.at('improvement').textContent()).toContain('规则第 2 版，比第 1 版：');
    await expect.poll(() => phone.at('improvement').textContent()).toContain('从 ¥30 改为 ¥20');
    await phone.at('open-versions').click();
    await phone.at('version-1').waitFor();
    await expect.poll(() => phone.at('version-2').textContent()).toContain('从 5 张 改为 8 张');
    await phone.screenshot('promise-kept-3-versions');
    const { tickets } = await member.get('coupon.wallet', here());
    expect(tickets).toMatchObject([{ version: 1, thresholdFen: 3_000 }]);
    await shop.join('neighbour', '梅姨');
    const { ticket } = await (await stage.voice('neighbour')).get('coupon.claim', { ...here(), campaignId: dropId });
    expect(ticket).toMatchObject({ version: 2, thresholdFen: 2_000 });
  });

  test('leads from its ticket to the owner when it is not kept, and the answer is read under my complaints', async () => {
    const phone = await playground.phone('member');
    const { tickets } = await member.get('coupon.wallet', here());
    await phone.go(`/packages/member/ticket/index?coupon=${encodeURIComponent(tickets[0]?.couponId ?? '')}`);
    await phone.at('open-complain').click();
    await phone.at('send-complaint').click();
    await phone.at('complaint-sent').waitFor();
    const owner = await playground.phone('owner');
    await owner.go('/packages/owner/today/index');
    await owner.at('need-complaints').click();
    await owner.at('complaint-states').waitFor();
    await expect.poll(() => owner.says()).toContain('说好的没给');
    const { complaints } = await shop.owner.get('promise.complaints', { ...here(), state: 'open' });
    const { campaignId, memberId, n } = complaints[0] ?? { campaignId: '', memberId: '', n: 0 };
    const key = `${campaignId}-${memberId}-${n}`;
    await expect.poll(() => owner.at(`campaign-of-${key}`).textContent()).toBe('周末水果券说的是一张券');
    await owner.screenshot('promise-kept-4-complaint');
    await owner.at(`person-of-${key}`).click();
    await owner.at('story').waitFor();
    await owner.at('go-back').click();
    await owner.at(`answer-${key}`).click();
    await owner.type('answer-text', '今天到店就给您');
    await owner.at('answer-confirm').click();
    await owner.at('answer-done').waitFor();
    await owner.at('complaint-states-answered').click();
    await owner.at(`complaint-${key}`).waitFor();
    expect(await owner.at('answer-done').count()).toBe(0);
    await phone.go('/packages/member/complaints/index');
    await phone.at(`complaint-${dropId}-1`).waitFor();
    await expect.poll(() => phone.at(`complaint-${dropId}-1`).textContent()).toContain('群主：今天到店就给您');
    await phone.screenshot('promise-kept-4-answered');
  });
});

describe('an invite campaign that ends early', () => {
  test('shows its owner who waits before it ends, and what is owed afterwards', async () => {
    const phone = await playground.phone('owner');
    // By the console: a page of the same path that is still open would be gone back to.
    await phone.go('/packages/owner/today/index');
    await phone.at(`campaign-${inviteId}`).click();
    await phone.at('campaign-title').filter({ hasText: '请邻居来' }).waitFor();
    await phone.at('end-campaign').click();
    await phone.at('open-holders').click();
    await phone.at('holders-invites').waitFor();
    await expect.poll(() => phone.at('end-holders').textContent()).toContain('1 位朋友已加入');
    await expect.poll(() => phone.at('holders-invites').textContent()).toMatch(/成员 .{4} 邀请了 成员 .{4}/);
    await phone.screenshot('promise-kept-5-who-waits');
    await phone.at('sheet-end-confirm').click();
    await phone.at('life-done').waitFor();
    await playground.nextDay();
    await phone.go('/packages/owner/today/index');
    await phone.at('need-promises').click();
    await phone.at('promises-total').waitFor();
    const { promises } = await shop.owner.get('promise.open', here());
    const { campaignId, memberId, about } = promises[0] ?? { campaignId: '', memberId: '', about: '' };
    await phone.at(`settle-${campaignId}-${memberId}-${about}`).click();
    await phone.at('settle-confirm').click();
    await phone.at('settle-done').waitFor();
  });

  test('stands on the trust card, one tap from home', async () => {
    const phone = await playground.phone('member');
    await phone.go('/pages/home/index');
    await phone.at('open-trust').click();
    await phone.at('trust-card').waitFor();
    await expect.poll(() => phone.at('trust-card').textContent()).toContain('失约过 1 份，补上 1 份');
    await phone.screenshot('promise-kept-6-trust');
  });
});

describe('the screens of promises', () => {
  const owners = () => [
    { route: `/packages/owner/improve/index?id=${dropId}`, shows: 'field-stock', name: 'promise-improve', dark: true },
    { route: `/packages/owner/manage/index?id=${dropId}`, shows: 'low-warning', name: 'promise-manage' },
    {
      route: `/packages/owner/manage/index?id=${dropId}`,
      shows: 'end-campaign',
      name: 'promise-end',
      tap: ['end-campaign', 'open-holders'] as const,
    },
    { route: '/packages/owner/promises/index', shows: 'complaint-states', name: 'promise-complaints' },
  ];
  const members = () => [
    { route: pageOf(dropId), shows: 'improvement', name: 'promise-campaign' },
    {
      route: `/packages/member/versions/index?c=${shop.communityId}&id=${dropId}`,
      shows: 'version-1',
      name: 'promise-versions',
      dark: true,
    },
    { route: '/packages/member/complaints/index', shows: `complaint-${dropId}-1`, name: 'promise-my-complaints', dark: true },
  ];

  test.each([
    ['Chinese', false],
    ['English', true],
  ])('are in order at both widths in %s', async (_language, english) => {
    expect(await pictureAll(browser, stage.origin, 'owner', owners(), english)).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'member', members(), english)).toEqual([]);
  });

  test('say it where nothing was ever complained of, and where there is nothing to improve', async () => {
    const none = { route: '/packages/member/complaints/index', shows: 'no-complaints', name: 'promise-no-complaints' };
    expect(await pictureAll(browser, stage.origin, 'neighbour', [none])).toEqual([]);
    const over = { route: `/packages/owner/improve/index?id=${inviteId}`, shows: 'error-state', name: 'promise-nothing-to-improve' };
    expect(await pictureAll(browser, stage.origin, 'owner', [over])).toEqual([]);
    expect(playground.complaints).toEqual([]);
  });
});
