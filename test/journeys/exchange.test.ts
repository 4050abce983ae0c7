// Story: points are exchanged for goods, few are left, the exchange ends early, and what waits is handed over or its points go back.
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
let neighbour: Voice;
let exchangeId: string;

const here = () => ({ communityId: shop.communityId });
const pageOf = (campaignId: string) => `/packages/member/campaign/index?c=${shop.communityId}&id=${campaignId}`;
const orders = async () => (await shop.owner.get('points.orders', { ...here(), state: 'ordered' })).orders;

/** The order of somebody that waits, with the ends of the ids of its buttons at the counter and among the promises. */
async function orderOf(name: string) {
  const order = (await orders()).find(({ holder }) => holder.name === name);
  if (order === undefined) throw new Error(`${name} waits for nothing`);
  const { campaignId, memberId, n } = order;
  const report = { ...here(), campaignId, memberId, kind: 'exchange', n } as const;
  return { report, key: `${campaignId}-${memberId}-${String(n)}`, promise: `${campaignId}-${memberId}-exchange-${String(n)}` };
}

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  const planId = await shop.publish('checkin_plan', '早市打卡', { parameters: { pointsPerDay: 100 } });
  const parameters = { item: '美式咖啡一杯', pricePoints: 40, stock: 5, perMemberMax: 2 };
  exchangeId = await shop.publish('points_exchange', '40 积分换一杯咖啡', { parameters });
  const people = [await shop.join('member', '小林'), await shop.join('neighbour', '梅姨'), await shop.join('clerk', '小陈')] as const;
  neighbour = people[1];
  await shop.appoint('clerk');
  for (const person of people) await person.get('checkin.checkIn', { ...here(), campaignId: planId });
  await neighbour.get('points.exchange', { ...here(), campaignId: exchangeId });
  await neighbour.get('points.exchange', { ...here(), campaignId: exchangeId });
  await people[2].get('points.exchange', { ...here(), campaignId: exchangeId });
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

describe('an exchange', () => {
  test('is paid for after a second look, and the order waits under its number', async () => {
    const phone = await playground.phone('member');
    await phone.go(pageOf(exchangeId));
    await phone.at(`exchange-${exchangeId}`).waitFor();
    await expect.poll(() => phone.at(`exchange-${exchangeId}`).textContent()).toContain('40 积分');
    await phone.at('exchange').click();
    await phone.at('confirm-exchange').waitFor();
    await expect.poll(() => phone.says()).toContain('用 40 积分换「美式咖啡一杯」，换后还有 60 积分。');
    await phone.at('confirm-exchange-confirm').click();
    await phone.at('exchange-done').waitFor();
    const { key } = await orderOf('小林');
    await phone.at('open-orders').click();
    await phone.at(`order-${key}`).waitFor();
    await expect.poll(() => phone.at(`order-${key}`).textContent()).toContain('到店报单号，店员当面交付。');
    await phone.screenshot('exchange-1-ordered');
  });

  test('warns its owner when few are left, on the list and on its page', async () => {
    const phone = await playground.phone('owner');
    await phone.go('/packages/owner/today/index');
    await phone.at(`campaign-${exchangeId}`).waitFor();
    await expect.poll(() => phone.at(`campaign-${exchangeId}`).textContent()).toContain('实物快没了');
    await phone.at(`campaign-${exchangeId}`).click();
    await phone.at('low-warning').waitFor();
    await expect.poll(() => phone.at('low-warning').textContent()).toContain('实物快没了');
    await expect.poll(() => phone.at('promised-goods').textContent()).toBe('实物541');
    await phone.screenshot('exchange-2-low');
  });

  test('that ends early says who waits for what, and keeps their orders', async () => {
    const phone = await playground.phone('owner');
    await phone.at('end-campaign').click();
    await phone.at('open-holders').click();
    await phone.at('holders-orders').waitFor();
    await expect.poll(() => phone.at('end-holders').textContent()).toContain('4 份兑换单还没领');
    await expect.poll(() => phone.at('holders-orders').textContent()).toMatch(/成员 .{4} ·「美式咖啡一杯」单号 \d{6}/);
    await phone.screenshot('exchange-3-who-waits');
    await phone.at('sheet-end-confirm').click();
    await phone.at('life-done').waitFor();
    await expect.poll(() => phone.at('life-done').textContent()).toContain('收回 1 份实物。');
    expect(await orders()).toHaveLength(4);
  });
});

describe('an order that waits', () => {
  test('is noted by the clerk who cannot hand it over, and its member reads that', async () => {
    const { key } = await orderOf('小林');
    const clerk = await playground.phone('clerk');
    await clerk.go('/packages/owner/orders/index');
    await clerk.at(`report-${key}`).click();
    await clerk.type('report-order-reason', '咖啡机坏了');
    await clerk.screenshot('exchange-4-report');
    await clerk.at('report-order-confirm').click();
    await clerk.at('settle-done').waitFor();
    await clerk.at(`order-${key}`).filter({ hasText: '待补' }).waitFor();
    const phone = await playground.phone('member');
    await phone.go('/packages/member/statement/index');
    await phone.at('open-orders').click();
    await phone.at(`order-${key}`).filter({ hasText: '暂时给不了' }).waitFor();
    await expect.poll(() => phone.at(`order-${key}`).textContent()).toContain('待补');
  });

  test('is handed over after all, or its points go back, among the promises', async () => {
    const [kept, lost] = [await orderOf('小林'), await orderOf('小陈')];
    await shop.owner.get('promise.report', { ...lost.report, words: '供货停了' });
    const phone = await playground.phone('owner');
    await phone.go('/packages/owner/promises/index');
    await phone.at(`settle-${kept.promise}`).click();
    await phone.at('settle').waitFor();
    await phone.screenshot('exchange-5-hand-over');
    await phone.at('settle-confirm').click();
    await phone.at('settle-done').waitFor();
    await phone.at(`words-${lost.promise}`).click();
    await phone.type('settle-words-reason', '供货停了，对不起');
    await phone.screenshot('exchange-6-points-back');
    await phone.at('settle-words-confirm').click();
    await phone.at('settle-done').filter({ hasText: '已退回 40 积分' }).waitFor();
    expect(await orders()).toMatchObject([{ holder: { name: '梅姨' } }, { holder: { name: '梅姨' } }]);
    expect(await shop.owner.get('promise.trust', here())).toMatchObject({ open: 0, broken: 2, madeGood: 2 });
    expect(playground.complaints).toEqual([]);
  });
});

describe('the screens of orders', () => {
  const shelf = (name: string) => ({ route: '/packages/owner/orders/index', shows: 'order-shelves', name });

  test.each([
    ['Chinese', false],
    ['English', true],
  ])('are in order at both widths in %s, each shelf of them', async (_language, english) => {
    const { key, report } = await orderOf('梅姨');
    await shop.owner.get('promise.report', { ...report, words: '咖啡豆没到货' });
    const owners = [
      { ...shelf('orders-waiting'), dark: true },
      { ...shelf('orders-handed-over'), tap: ['order-shelves-handed_over', 'order-shelves'] as const },
      { ...shelf('orders-cancelled'), tap: ['order-shelves-cancelled', 'order-shelves'] as const },
      { route: '/packages/owner/promises/index', shows: 'promises-total', name: 'orders-owed', dark: true },
    ];
    expect(await pictureAll(browser, stage.origin, 'owner', owners, english)).toEqual([]);
    const mine = { route: '/packages/member/orders/index', shows: `order-${key}`, name: 'orders-mine' };
    expect(await pictureAll(browser, stage.origin, 'neighbour', [mine], english)).toEqual([]);
  });
});
