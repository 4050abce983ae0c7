// Story: an owner ends an invite campaign early; what is owed stands on her screen, she makes it good, and the days and weeks add up.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '../support/browser';
import { amountOff } from '../support/documents';
import { type Pictured, pictureAll } from './stage/open-album';
import { openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { type Stage, startStage } from './stage/start-stage';
import { untilSays } from './stage/until-says';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let playground: Playground;
let planId: string;
let between: { readonly campaignId: string; readonly memberId: string; readonly about: string };

const here = () => ({ communityId: shop.communityId });

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  planId = await shop.publish('checkin_plan', '早市打卡');
  const campaignId = await shop.publish('invite_reward', '请邻居来,一人一张券', { parameters: { amountOffFen: 500, thresholdFen: 3_000 } });
  const member = await shop.join('member', '小林');
  await member.get('checkin.checkIn', { ...here(), campaignId: planId });
  const { token } = await member.get('invite.create', { ...here(), campaignId });
  const friend = await stage.voice('newcomer');
  const { memberId: inviteeId } = await friend.get('community.enter', { ...here(), inviteToken: token, campaignId });
  await friend.get('community.join', here());
  const { me } = await member.get('community.home', here());
  between = { campaignId, memberId: me.memberId, about: inviteeId };
  await shop.owner.get('campaign.end', { ...here(), campaignId });
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

describe('a promise that broke', () => {
  test('is the first thing that the owner sees on the next day, below it the day that is over', async () => {
    await playground.nextDay();
    const phone = await playground.phone('owner');
    await phone.go('/packages/owner/today/index');
    await phone.at('need-promises').waitFor();
    await expect.poll(() => phone.at('need-promises').textContent()).toBe('1 份承诺还没补上');
    await expect.poll(() => phone.at('finished-days').textContent()).toContain('最近 1 天打卡 1 次。');
    await phone.at('days-toggle').click();
    await phone.at('days-table').waitFor();
    await phone.screenshot('promise-1-today');
  });

  test('says who was promised what, and why it could not be given', async () => {
    const phone = await playground.phone('owner');
    await phone.at('need-promises').click();
    await phone.at('promises-total').waitFor();
    const promised = '说好给 小林：一张 ¥5 券，满 ¥30 可用。补发后可用 21 天。';
    await untilSays(phone.says, /小林 邀请了 成员 .{4}/, promised, '活动提前结束');
    await phone.screenshot('promise-2-open');
    const open = { route: '/packages/owner/promises/index', shows: 'promises-total', name: 'owner-promises-open', dark: true };
    const confirm = { ...open, name: 'owner-promises-settle', tap: ['settle-', 'settle'] } as const;
    expect(await pictureAll(browser, stage.origin, 'owner', [open, confirm])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'owner', [open, confirm], true)).toEqual([]);
  });

  test('is made good with one tap and a confirmation: both have the coupon, and nothing waits any more', async () => {
    const phone = await playground.phone('owner');
    const key = `${between.campaignId}-${between.memberId}-${between.about}`;
    await phone.at(`settle-${key}`).click();
    await phone.at('settle').waitFor();
    await phone.screenshot('promise-3-confirm');
    await phone.at('settle-confirm').click();
    await phone.at('settle-done').waitFor();
    await phone.at('no-promises').waitFor();
    await phone.screenshot('promise-4-done');
    for (const persona of ['member', 'newcomer']) {
      const { tickets } = await (await stage.voice(persona)).get('coupon.wallet', here());
      expect(tickets.map(({ reason, benefit }) => ({ reason, benefit }))).toEqual([{ reason: 'make_good', benefit: amountOff(500) }]);
    }
  });

  test('says so on the member’s coupon', async () => {
    const phone = await playground.phone('member');
    await phone.go('/packages/member/wallet/index');
    await expect.poll(() => phone.says()).toContain('承诺补发');
    await phone.screenshot('promise-5-wallet');
    const { tickets } = await (await stage.voice('member')).get('coupon.wallet', here());
    const couponId = tickets[0]?.couponId ?? '';
    const wallet = {
      route: '/packages/member/wallet/index',
      shows: `ticket-${couponId.replaceAll('/', '-')}`,
      name: 'promise-wallet',
      dark: true,
    };
    const ticket = {
      route: `/packages/member/ticket/index?coupon=${encodeURIComponent(couponId)}`,
      shows: 'ticket-terms',
      name: 'promise-ticket',
    };
    expect(await pictureAll(browser, stage.origin, 'member', [wallet, ticket])).toEqual([]);
  });
});

test('on Monday the board shows the first three of the week that is over', async () => {
  for (let day = 0; day < 5; day += 1) await playground.nextDay();
  const phone = await playground.phone('member');
  await phone.go('/pages/board/index');
  await phone.at('board-period-week').click();
  await phone.at('last-season').waitFor();
  await expect.poll(() => phone.at('last-season').textContent()).toMatch(/上周前三.*小林.*1 天/);
  await phone.screenshot('promise-6-last-week');
});

test('the screens are in order at both widths, in the dark and in English', async () => {
  const today = { route: '/packages/owner/today/index', shows: 'finished-days', name: 'owner-days', dark: true };
  const promises = { route: '/packages/owner/promises/index', shows: 'no-promises', name: 'owner-promises' };
  const board: Pictured = {
    route: '/pages/board/index',
    shows: 'board-period-week',
    tap: ['board-period-week', 'last-season'],
    name: 'board-last-week',
    dark: true,
  };
  expect(await pictureAll(browser, stage.origin, 'owner', [today, promises])).toEqual([]);
  expect(await pictureAll(browser, stage.origin, 'owner', [today, promises], true)).toEqual([]);
  expect(await pictureAll(browser, stage.origin, 'member', [board])).toEqual([]);
  expect(playground.complaints).toEqual([]);
});
