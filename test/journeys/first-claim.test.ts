// A shop that only hands out coupons: a friend comes by an invite, and the first claim gives all that was promised, there and then.
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
let member: Voice;
let newcomer: Voice;
let playground: Playground;
let drop: string;
let invites: string;
let welcome: string;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  drop = await shop.publish('coupon_drop', '满 30 减 5');
  invites = await shop.publish('invite_reward', '请邻居来，一人一张券', { parameters: { amountOffFen: 500, thresholdFen: 3_000 } });
  welcome = await shop.publish('welcome_gift', '第一次来就有礼');
  member = await shop.join('member', '小林');
  newcomer = await stage.voice('newcomer');
  const { token } = await member.get('invite.create', { ...here(), campaignId: invites });
  await newcomer.get('community.enter', { ...here(), campaignId: invites, inviteToken: token });
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const here = () => ({ communityId: shop.communityId });
const page = (campaignId: string) => `/packages/member/campaign/index?c=${shop.communityId}&id=${campaignId}`;
const reasonsOf = async (voice: Voice) => (await voice.get('coupon.wallet', here())).tickets.map(({ reason }) => reason).sort();

describe('a first claim', () => {
  test('is the step that is left once the friend has joined, on the page of the gift and in the list of invites', async () => {
    const phone = await playground.phone('newcomer');
    await phone.go(page(welcome));
    await phone.at('join').click();
    await phone.at('welcome-act').waitFor();
    await expect.poll(() => phone.says()).toContain('○ 第一次打卡或领券');
    await phone.screenshot('first-claim-1-steps');
    const inviter = await playground.phone('member');
    await inviter.go(`/packages/member/invites/index?id=${invites}`);
    await expect.poll(() => inviter.says()).toContain('等 Ta 第一次打卡或领券');
    expect([await reasonsOf(newcomer), await reasonsOf(member)]).toEqual([[], []]);
  });

  test('tells the coupon, the welcome gift and the coupon of the invite in one note, and both have theirs', async () => {
    const phone = await playground.phone('newcomer');
    await phone.go(page(drop));
    await phone.at('claim').click();
    await phone.at('claim-done').waitFor();
    await expect.poll(() => phone.at('claim-done').textContent()).toMatch(/领到了.*新人礼 20 积分到账.*朋友邀请的 ¥5 券也到了/);
    await phone.screenshot('first-claim-2-done');
    expect([await reasonsOf(newcomer), await reasonsOf(member)]).toEqual([['claim', 'invited'], ['invited_a_friend']]);
    await phone.go(page(welcome));
    await phone.at('welcome-given').waitFor();
  });

  test('is told to an owner who begins a second gift, who cannot publish it, with the way to the one that runs', async () => {
    const owner = await playground.phone('owner');
    await owner.go('/packages/owner/editor/index?type=welcome_gift');
    await expect.poll(() => owner.at('refusal-one_welcome').textContent()).toContain('每位新成员只得一份');
    await owner.type('field-title', '再来一份新人礼');
    await owner.at('save-draft').click();
    await owner.at('edit-draft').waitFor();
    expect(await owner.at('publish').count()).toBe(0);
    await owner.at('running-welcome').click();
    await owner.at('end-campaign').waitFor();
    await expect.poll(() => owner.says()).toContain('第一次来就有礼');
  });

  test('has the pages that speak of it in order at both widths, in the dark and in English', async () => {
    const pages = [
      { route: page(welcome), shows: 'terms', name: 'first-claim-welcome', dark: true },
      { route: page(invites), shows: 'terms', name: 'first-claim-invite' },
      { route: `/packages/member/invites/index?id=${invites}`, shows: 'invite-card', name: 'first-claim-invites', dark: true },
      { route: `/packages/member/poster/index?id=${invites}`, shows: 'poster', name: 'first-claim-poster' },
      { route: '/pages/home/index', shows: `welcome-${welcome}`, name: 'first-claim-home' },
    ];
    await shop.join('neighbour', '梅姨');
    expect(await pictureAll(browser, stage.origin, 'neighbour', pages)).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'neighbour', pages, true)).toEqual([]);
    const cards = [invites, welcome].map((id, n) => ({
      route: `/packages/owner/preview/index?id=${id}`,
      shows: 'chat-card-picture',
      name: `first-claim-card-${n}`,
    }));
    expect(await pictureAll(browser, stage.origin, 'owner', cards)).toEqual([]);
    expect(playground.complaints).toEqual([]);
  });
});
