// Story 4: a ticket shows a code that keeps changing, the clerk redeems it once, and the owner can take that back with a reason.
import type { Browser, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser, openPhone, phoneSizes } from '../support/browser';
import { examineScreen } from './stage/examine-screen';
import { pictureAll } from './stage/open-album';
import { type FramedPhone, openPlayground, type Playground } from './stage/open-playground';
import { openShop, type Shop } from './stage/open-shop';
import { field, visible } from './stage/screen-places';
import { type Stage, startStage, type Voice } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let member: Voice;
let playground: Playground;
let couponId: string;
let secondId: string;
/** The digits that were good when the coupon was redeemed. */
let firstDigits: string;

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  const campaignId = await shop.publish('coupon_drop', '老客回头券', {
    parameters: { amountOffFen: 500, thresholdFen: 3_000, stock: 20, perMemberMax: 2 },
  });
  member = await shop.join('member', '小林');
  await shop.join('clerk', '小陈');
  await shop.appoint('clerk');
  couponId = (await member.get('coupon.claim', { communityId: shop.communityId, campaignId })).ticket.couponId;
  secondId = (await member.get('coupon.claim', { communityId: shop.communityId, campaignId })).ticket.couponId;
  playground = await openPlayground(browser, stage.origin);
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const ticketRoute = (id = couponId) => `/packages/member/ticket/index?coupon=${encodeURIComponent(id)}`;
const codeOf = async (id = couponId) => (await member.get('redemption.code', { communityId: shop.communityId, couponId: id })).code;

async function openTicket(id = couponId): Promise<FramedPhone> {
  const phone = await playground.phone('member');
  await phone.go(ticketRoute(id));
  await phone.at('code-digits').waitFor();
  return phone;
}

describe('a coupon at the counter', () => {
  test('is shown as a code to scan and as digits, good for a minute', async () => {
    const phone = await openTicket();
    await phone.at('code-qr').waitFor();
    expect((await phone.at('code-digits').textContent())?.replaceAll(' ', '')).toMatch(/^\d{10}$/);
    await expect.poll(() => phone.at('code-left').textContent()).toMatch(/^(\d|[1-5]\d|60) 秒后换新码$/);
    await phone.screenshot('redemption-1-ticket');
  });

  test('is scanned by the clerk, who sees what it is and whose', async () => {
    const clerk = await playground.phone('clerk');
    await clerk.tab('我的');
    await clerk.at('open-counter').click();
    await clerk.at('scan').waitFor();
    await clerk.screenshot('redemption-2-counter');
    await clerk.at('scan').click();
    await clerk.at('counter-ticket').waitFor();
    await expect.poll(() => clerk.at('counter-ticket').textContent()).toMatch(/¥5.*满 ¥30\s*可用.*老客回头券.*小林/);
    await clerk.screenshot('redemption-3-scanned');
  });

  test('wants its threshold: the clerk sees what is missing and can do nothing', async () => {
    const clerk = await playground.phone('clerk');
    await clerk.type('order-amount', '22');
    await expect.poll(() => clerk.says()).toContain('还差 ¥8');
    await expect.poll(() => clerk.at('confirm-redemption').textContent()).not.toContain('确认核销');
    await field(clerk.frame, 'order-amount').press('Enter');
    expect(await clerk.at('confirm-redemption').textContent()).toBe('先填订单金额');
    await clerk.screenshot('redemption-4-below-threshold');
  });

  test('is redeemed after the arithmetic has been seen', async () => {
    const clerk = await playground.phone('clerk');
    await clerk.type('order-amount', '46.50');
    await expect.poll(() => clerk.at('sum').textContent()).toMatch(/订单¥46.50券减− ¥5.*应收¥41.50/);
    await clerk.screenshot('redemption-5-arithmetic');
    firstDigits = (await codeOf()).digits;
    await field(clerk.frame, 'order-amount').press('Enter');
    await clerk.at('redeem-done').waitFor();
    await expect.poll(() => clerk.at('redeem-pay').textContent()).toBe('请收 ¥41.50');
    await clerk.screenshot('redemption-6-redeemed');
    await playground.screenshot('redemption-6-playground');
  });

  test('scanned a second time says when and by whom it was redeemed', async () => {
    const clerk = await playground.phone('clerk');
    await clerk.at('next-customer').click();
    await clerk.type('code-digits', firstDigits);
    await clerk.at('check-code').click();
    const no = clerk.at('refusal-already_redeemed');
    await no.waitFor();
    await expect.poll(() => no.textContent()).toMatch(/\d\d:\d\d 已核销，经手人：小陈/);
    await clerk.screenshot('redemption-7-second-scan');
    // The member's phone, which still showed the code, finds out by itself.
    const phone = await playground.phone('member');
    const used = phone.at('ticket-used');
    await used.waitFor();
    await expect.poll(() => used.textContent()).toMatch(/用好了，省了 ¥5。.*\d\d:\d\d，小陈核销/);
    expect(await phone.at('refusal-already_redeemed').count()).toBe(0);
    await phone.screenshot('redemption-8-torn');
    await phone.at('open-wallet').click();
    await phone.at('wallet-past').click();
    await phone.frame.locator('[id^="ticket-"]:visible .ticket__words').last().click();
    await phone.at('refusal-already_redeemed').waitFor();
  });

  test('is taken back by the owner with a reason, and can be used again', async () => {
    const owner = await playground.phone('owner');
    await owner.go('/packages/owner/redemptions/index');
    await owner.frame.locator('[id^="undo-"]:visible').last().click();
    await owner.at('undo-reason').waitFor();
    await owner.type('undo-reason', '金额输错,重新核销');
    await owner.screenshot('redemption-9-undo');
    await owner.at('undo-confirm').click();
    await owner.at('undo-done').waitFor();
    await owner.screenshot('redemption-10-undone');
    const phone = await playground.phone('member');
    await phone.go('/packages/member/wallet/index');
    await expect.poll(() => phone.says()).not.toContain('已核销');
    await openTicket();
    const clerk = await playground.phone('clerk');
    const { digits } = await codeOf();
    await clerk.type('code-digits', digits);
    await field(clerk.frame, 'code-digits').press('Enter');
    await clerk.at('counter-ticket').waitFor();
    await expect.poll(() => field(clerk.frame, 'order-amount').evaluate((input) => input === document.activeElement)).toBe(true);
    await clerk.at('another-coupon').click();
  });

  test('has a code that is useless as a picture: a day later it is another one, and the old one is refused', async () => {
    const before = await codeOf();
    await playground.nextDay();
    const after = await codeOf();
    expect(after.digits).not.toBe(before.digits);
    expect(after.digits.slice(0, 6)).toBe(before.digits.slice(0, 6));
    const clerk = await stage.voice('clerk');
    const scan = (code: string) => clerk.call('redemption.scan', { communityId: shop.communityId, code });
    expect(await scan(before.token)).toMatchObject({ ok: false, code: 'code_expired', data: { seconds: 60 } });
    expect(await scan(before.digits)).toMatchObject({ ok: false, code: 'code_unknown' });
    expect(await scan(after.digits)).toMatchObject({ ok: true });
    const phone = await playground.phone('member');
    await expect.poll(async () => (await phone.at('code-digits').textContent())?.replaceAll(' ', '')).not.toBe(before.digits);
    const counter = await playground.phone('clerk');
    await counter.type('code-digits', before.digits);
    await counter.at('check-code').click();
    await counter.at('refusal-code_unknown').waitFor();
    await counter.screenshot('redemption-11-old-code');
  });

  test('has its screens in order at both widths, in the dark and in English', async () => {
    const ticket = { route: ticketRoute(), shows: 'code-digits', name: 'redemption-ticket', dark: true };
    const counter = { route: '/packages/owner/counter/index', shows: 'scan', name: 'redemption-counter', dark: true };
    const list = { route: '/packages/owner/redemptions/index', shows: 'no-redemptions', name: 'redemption-list' };
    expect(await pictureAll(browser, stage.origin, 'member', [ticket])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'member', [ticket], true)).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'clerk', [counter, list])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'clerk', [counter], true)).toEqual([]);
    expect(playground.complaints).toEqual([]);
  });
});

describe('a counter without a network', () => {
  const isOfClerk = (route: Route) => route.request().frame().url().includes('phone=clerk');
  const cut = (route: Route) => (isOfClerk(route) ? route.abort('internetdisconnected') : route.fallback());
  const calls = '**/api/**';

  async function noteScan(id: string, amount: string): Promise<FramedPhone> {
    const phone = await openTicket(id);
    await phone.at('code-qr').waitFor();
    const clerk = await playground.phone('clerk');
    await clerk.at('scan').click();
    await clerk.at('note-form').waitFor();
    await clerk.type('order-amount', amount);
    return clerk;
  }

  test('notes what it scans, and says that it is not redeemed', async () => {
    const clerk = await playground.phone('clerk');
    await clerk.go('/packages/owner/counter/index');
    await clerk.at('scan').waitFor();
    await playground.page.route(calls, cut);
    await noteScan(couponId, '46.50');
    await clerk.screenshot('redemption-12-no-network');
    await clerk.at('note-scan').click();
    await clerk.at('note-done').waitFor();
    await expect.poll(() => clerk.at('note-done').textContent()).toMatch(/等网络恢复后核销.*订单 ¥46.50.*还没有核销/);
    await expect.poll(() => clerk.says()).not.toContain('核销好了');
    await clerk.screenshot('redemption-13-noted');
    await noteScan(secondId, '30');
    await clerk.at('note-scan').click();
    await clerk.at('next-customer').click();
    await expect.poll(() => clerk.at('late-waiting').textContent()).toContain('2 张券等网络恢复后核销');
    await clerk.screenshot('redemption-14-two-wait');
    expect((await codeOf()).digits).toMatch(/^\d{10}$/);
  });

  test('keeps them while the page is left, redeems one when the network is back, and says why the other is not', async () => {
    const clerk = await playground.phone('clerk');
    await clerk.go('/packages/owner/redemptions/index');
    // Two ways at once would be none: the page is left only when another one is on show.
    await clerk.frame.locator('.top-bar__title:visible', { hasText: '核销记录' }).waitFor();
    await clerk.go('/packages/owner/counter/index');
    // The page tries by itself when it is shown: only once that has ended in vain is the button the one to settle.
    await clerk.at('late-offline').waitFor();
    const owner = await stage.voice('owner');
    const { communityId } = shop;
    const { scanToken } = await owner.get('redemption.scan', { communityId, code: (await codeOf(secondId)).token });
    await owner.get('redemption.confirm', { communityId, scanToken, orderFen: 3_000 });
    await playground.page.unroute(calls, cut);
    await clerk.at('late-settle').click();
    await clerk.at('late-settled').waitFor();
    await expect.poll(() => clerk.at('late-settled').textContent()).toContain('已核销：老客回头券，券减 ¥5');
    await clerk.at('refusal-already_redeemed').waitFor();
    await expect.poll(() => clerk.at('late-refused').textContent()).toMatch(/1 张没有核销成.*已核销，经手人.*知道了，收起/);
    await clerk.screenshot('redemption-15-settled');
    await clerk.at('late-refused').locator('[id^="away-"]').click();
    await clerk.at('late-refused').waitFor({ state: 'hidden' });
  });

  test('has the shift in numbers at the end, and the owner sees everybody’s', async () => {
    const shift = { route: '/packages/owner/shift/index', shows: 'shift-heading', name: 'redemption-shift', dark: true };
    expect(await pictureAll(browser, stage.origin, 'clerk', [shift])).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'clerk', [shift], true)).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'owner', [{ ...shift, name: 'redemption-shift-owner' }])).toEqual([]);
    const clerk = await playground.phone('clerk');
    await clerk.go(shift.route);
    await clerk.at('shift-heading').waitFor();
    await expect.poll(() => clerk.at('shift-heading').textContent()).toBe('核销 1 张，一共减了 ¥5');
  });

  test('opens where it stood, after a restart without a network, with what waits and what was refused', async () => {
    const phone = await openPhone(browser);
    const { page } = phone;
    const { communityId } = shop;
    const scan = { communityId, code: '123456~a~b', scannedAt: Date.parse('2026-03-02T10:05:00+08:00'), orderFen: 4_650, scanToken: null };
    const used = { ok: false, code: 'already_redeemed', data: { redeemedAt: scan.scannedAt, clerk: '小陈' } };
    const old = { ok: false, code: 'scan_too_old', data: { hours: 12 } };
    const refused = [used, old].map((no, n) => ({ ...scan, requestId: `refused-${n}`, no }));
    const kept = { waiting: [1, 2].map((n) => ({ ...scan, requestId: `waiting-${n}` })), refused };
    for (const language of ['zh-CN', 'en']) {
      const address = `${stage.origin}/app/?phone=clerk#/packages/owner/counter/index`;
      await page.goto(address);
      await visible(page, 'scan').waitFor();
      const stored = { language, scans: JSON.stringify(kept) };
      await page.evaluate((texts) => {
        for (const [name, data] of Object.entries(texts)) localStorage.setItem(`qunhui.clerk.${name}`, JSON.stringify({ data }));
      }, stored);
      await page.route(calls, (route) => route.abort('internetdisconnected'));
      await page.reload();
      await visible(page, 'offline-banner').waitFor();
      await visible(page, 'late-refused').waitFor();
      await visible(page, 'scan').waitFor();
      for (const width of [phoneSizes.ordinary.width, phoneSizes.small.width, 1_280]) {
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.setViewportSize({ width, height: 1_200 });
          await page.emulateMedia({ colorScheme });
          await phone.screenshot(`redemption-cut-off-${width}-${colorScheme}-${language}`);
          expect(await examineScreen(page)).toEqual([]);
        }
      }
      await page.unroute(calls);
      await page.goto('about:blank');
    }
    await phone.close();
  });
});
