// Story 3: the wall says what is left and why a coupon is locked, a claim becomes a ticket, and nobody outside the group gets one.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#core/values/day';
import { launchBrowser } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { GROUP, openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage } from './stage/start-stage';
import { untilSays } from './stage/until-says';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let playground: Playground;
let dropId: string;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  await shop.publish('coupon_drop', '老客回头券', { parameters: { amountOffFen: 300, thresholdFen: 2_500, stock: 100 } });
  dropId = await shop.publish('coupon_drop', '周末水果券', {
    summary: '群友专享,满 40 元减 6 元',
    groupId: shop.groupId,
    parameters: { amountOffFen: 600, thresholdFen: 4_000, stock: 2, perMemberMax: 1 },
  });
  await shop.join('member');
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const inDrop = () => ({ communityId: shop.communityId, campaignId: dropId });

describe('a coupon', () => {
  test('is on the wall with what is left and whom it is for', async () => {
    const phone = await playground.phone('member');
    await phone.tab('福利');
    const offer = phone.at(`offer-${dropId}`);
    await untilSays(() => offer.textContent(), '满 ¥40 可用', '剩 2 张', `仅限「${GROUP}」`);
    await phone.screenshot('coupon-1-wall');
  });

  test('is claimed with one tap, and the wall then says so', async () => {
    const phone = await playground.phone('member');
    await phone.at(`claim-${dropId}`).dblclick();
    await phone.at('claim-done').waitFor();
    await expect.poll(() => phone.at('claim-done').textContent()).toContain('领到了');
    await expect.poll(() => phone.at(`offer-${dropId}`).textContent()).toMatch(/剩 1 张.*已领 1\/1/);
    await phone.screenshot('coupon-2-claimed');
  });

  test('keeps its place while its answer is read, and the keyboard keeps its own', async () => {
    const phone = await playground.phone('member');
    const offers = () => phone.frame.locator('[id^="offer-"]:visible').evaluateAll((all) => all.map(({ id }) => id));
    const before = await offers();
    const [first, ...others] = before;
    const claim = phone.at(`claim-${first?.slice('offer-'.length)}`);
    await claim.press('Enter');
    await expect.poll(() => claim.textContent()).toBe('已领 1/1');
    expect(await claim.evaluate((button) => button === document.activeElement)).toBe(true);
    expect(await offers()).toEqual(before);
    await phone.tab('首页');
    await phone.tab('福利');
    await expect.poll(offers).toEqual([...others, first]);
  });

  test('is in the wallet as a ticket with its terms, good to the end of its last day', async () => {
    const phone = await playground.phone('member');
    await phone.at('open-wallet').click();
    const ticket = phone.frame.locator('[id^="ticket-"]:visible').last();
    await ticket.waitFor();
    const until = addDays(shop.today, 20);
    await untilSays(phone.says, '周末水果券', '剩 21 天', `${Number(until.slice(5, 7))}月${Number(until.slice(8))}日`);
    await phone.screenshot('coupon-3-wallet');
    await ticket.locator('.ticket__words').click();
    await phone.at('ticket-terms').waitFor();
    await untilSays(() => phone.at('ticket-terms').textContent(), '满 ¥40 可用', '领取时的条款，第 1 版，以后的修改不影响它');
    await phone.screenshot('coupon-4-ticket');
  });

  test('claimed once more is refused with the number, whatever the phone shows', async () => {
    const member = await stage.voice('member');
    expect(await member.call('coupon.claim', inDrop())).toMatchObject({ ok: false, code: 'limit_reached', data: { max: 1, held: 1 } });
  });

  test('is locked for the newcomer outside the group, and the page says why and what to do', async () => {
    const { card } = await shop.owner.get('campaign.post', inDrop());
    await stage.playground('send', { from: 'member', to: 'newcomer', card: { ...card, picture: null } });
    const phone = await playground.openCard('周末水果券', 'newcomer');
    await phone.at('join').click();
    const no = phone.at('refusal-not_in_group');
    await no.waitFor();
    await expect.poll(() => no.textContent()).toContain(`仅限「${GROUP}」群成员`);
    await expect.poll(() => no.textContent()).toContain('群里的卡片打开');
    await expect.poll(() => phone.at('claim').count()).toBe(0);
    await phone.screenshot('coupon-5-locked');
    await phone.at('verify-group').click();
    await phone.at('refusal-not_from_group').waitFor();
    await phone.screenshot('coupon-6-not-from-group');
  });

  test('is refused by the server outside the group, whatever a phone sends', async () => {
    const newcomer = await stage.voice('newcomer');
    expect(await newcomer.call('coupon.claim', inDrop())).toMatchObject({ ok: false, code: 'not_in_group', data: { label: GROUP } });
    const home = await newcomer.get('community.home', { communityId: shop.communityId });
    expect(home.campaigns.find(({ campaignId }) => campaignId === dropId)).toMatchObject({ left: 1, locked: { code: 'not_in_group' } });
  });

  test('is the last one for somebody, and then the wall says that all are gone', async () => {
    const neighbour = await shop.join('neighbour');
    expect((await neighbour.get('coupon.claim', inDrop())).left).toBe(0);
    const clerk = await shop.join('clerk');
    expect(await clerk.call('coupon.claim', inDrop())).toMatchObject({ ok: false, code: 'sold_out' });
    const phone = await playground.phone('clerk');
    await phone.tab('福利');
    await phone.at('refusal-sold_out').waitFor();
    await phone.screenshot('coupon-7-sold-out');
  });

  test('has its screens in order at both widths, in the dark and in English', async () => {
    const wall = { route: '/pages/wall/index', shows: `offer-${dropId}`, name: 'coupon-wall', dark: true };
    const wallet = { route: '/packages/member/wallet/index', shows: 'go-back', name: 'coupon-wallet', dark: true };
    const page = { route: `/packages/member/campaign/index?c=${shop.communityId}&id=${dropId}`, shows: 'terms', name: 'coupon-campaign' };
    expect(await pictureAll(browser, stage.origin, 'member', [wall, wallet, page])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'member', [wall, wallet, page], true)).toEqual([]);
    const lockedWall = { ...wall, name: 'coupon-wall-locked', dark: false };
    const emptyWallet = { ...wallet, shows: 'wallet-empty', name: 'coupon-wallet-empty', dark: false };
    expect(await pictureAll(browser, stage.origin, 'newcomer', [lockedWall, emptyWallet])).toEqual([]);
    expect(playground.complaints).toEqual([]);
  });
});
