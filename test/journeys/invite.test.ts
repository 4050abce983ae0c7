// Story 5: a member invites a friend, and at the friend's own first check-in, not before and not later, both have the coupon.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { amountOff } from '../support/documents';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage, type Voice } from './stage/start-stage';

const TITLE = '请邻居来,一人一张券';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let member: Voice;
let playground: Playground;
let inviteId: string;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  await shop.publish('checkin_plan', '早市打卡');
  inviteId = await shop.publish('invite_reward', TITLE, {
    summary: '邻居第一次打卡或领券时,你们各得一张',
    parameters: { amountOffFen: 500, thresholdFen: 3_000 },
  });
  member = await shop.join('member', '小林');
  await shop.join('neighbour', '梅姨');
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const here = () => ({ communityId: shop.communityId });
const couponsOf = async (persona: string) =>
  (await (await stage.voice(persona)).get('coupon.wallet', here())).tickets.map(({ reason, benefit }) => ({ reason, benefit }));
const invitesOf = async (voice: Voice) => (await voice.get('invite.list', here())).invites.map(({ state }) => state);

/** Opens the member's list of invites and waits until it says something. */
async function listSays(words: RegExp): Promise<void> {
  const phone = await playground.phone('member');
  await phone.go('/pages/me/index');
  await phone.at('open-invites').click();
  await phone.at('invite-card').waitFor();
  await expect.poll(() => phone.says()).toMatch(words);
}

describe('an invite', () => {
  test('is sent as a card to a friend outside the group, and sending alone gives nothing', async () => {
    const phone = await playground.phone('member');
    await phone.tab('福利');
    await phone.at(`invite-${inviteId}`).click();
    await phone.at('send-invite').waitFor();
    await expect.poll(() => phone.at('invite-card').textContent()).toMatch(/你和朋友各得 ¥5 券.*转发本身没有奖励/);
    await phone.at('send-invite').click();
    await playground.sendTo('小禾');
    await phone.at('invite-sent').waitFor();
    await phone.screenshot('invite-1-sent');
    expect(await couponsOf('member')).toEqual([]);
    expect(await invitesOf(member)).toEqual([]);
  });

  test('exists as a poster with a code, too', async () => {
    const phone = await playground.phone('member');
    await phone.go(`/packages/member/poster/index?id=${inviteId}`);
    await phone.at('poster').waitFor();
    await expect
      .poll(() =>
        phone
          .at('poster')
          .locator('img')
          .evaluate((image) => (image as HTMLImageElement).naturalWidth),
      )
      .toBeGreaterThan(500);
    await phone.screenshot('invite-2-poster');
  });

  test('is opened by the friend, who sees who invites and the terms; the list says opened', async () => {
    const phone = await playground.openCard(TITLE, 'newcomer');
    await expect.poll(() => phone.says()).toContain('朋友邀请你来');
    await expect.poll(() => phone.at('terms').textContent()).toContain('券在那一刻到账');
    await phone.screenshot('invite-3-opened');
    expect(await invitesOf(member)).toEqual(['opened']);
    await listSays(/已打开.*等 Ta 加入/);
  });

  test('is not rewarded when the friend joins', async () => {
    const phone = await playground.phone('newcomer');
    await phone.at('join').click();
    await phone.at('invite').waitFor();
    expect(await invitesOf(member)).toEqual(['joined']);
    await listSays(/已加入.*等 Ta 第一次打卡或领券/);
    expect([await couponsOf('member'), await couponsOf('newcomer')]).toEqual([[], []]);
  });

  test('is rewarded at the friend’s first check-in: both have the coupon in that moment', async () => {
    const phone = await playground.phone('newcomer');
    await phone.at('go-home').click();
    await phone.at('streak-days').waitFor();
    await phone.at('check-in').click();
    await phone.at('check-in-done').waitFor();
    await expect.poll(() => phone.at('check-in-done').textContent()).toContain('朋友邀请的 ¥5 券也到了');
    await phone.screenshot('invite-4-first-check-in');
    expect(await couponsOf('newcomer')).toEqual([{ reason: 'invited', benefit: amountOff(500) }]);
    expect(await couponsOf('member')).toEqual([{ reason: 'invited_a_friend', benefit: amountOff(500) }]);
    expect(await invitesOf(member)).toEqual(['rewarded']);
    await listSays(/已得礼 1\/5.*已得券/);
  });

  test('gives nothing for oneself, nor for somebody who is a member already, and says why', async () => {
    const { card } = await member.get('invite.create', { ...here(), campaignId: inviteId });
    const phone = await playground.phone('member');
    await phone.go(card.path);
    await phone.at('refusal-invite-self').waitFor();
    await expect.poll(() => phone.at('refusal-invite-self').textContent()).toContain('不能邀请自己');
    await phone.screenshot('invite-5-self');
    const neighbour = await playground.phone('neighbour');
    await neighbour.go(card.path);
    await neighbour.at('refusal-invite-already_member').waitFor();
    await expect.poll(() => neighbour.at('refusal-invite-already_member').textContent()).toContain('早已是成员');
    await neighbour.screenshot('invite-6-already-member');
    expect(await couponsOf('neighbour')).toEqual([]);
    expect(await couponsOf('member')).toHaveLength(1);
  });

  test('has its screens in order at both widths, in the dark and in English', async () => {
    const list = { route: `/packages/member/invites/index?id=${inviteId}`, shows: 'invite-card', name: 'invite-list', dark: true };
    const poster = { route: `/packages/member/poster/index?id=${inviteId}`, shows: 'poster', name: 'invite-poster' };
    const page = { route: `/packages/member/campaign/index?c=${shop.communityId}&id=${inviteId}`, shows: 'terms', name: 'invite-campaign' };
    expect(await pictureAll(browser, stage.origin, 'member', [list, poster, page])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'member', [list, poster], true)).toEqual([]);
    expect(playground.complaints).toEqual([]);
  });
});
