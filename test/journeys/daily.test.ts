// A member's day: the stamp falls at the tap and is taken back when it does not hold, the welcome is read once, every card opens by itself.
import type { Browser, Route } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { addDays } from '#core/values/day';
import { launchBrowser, type Phone } from '../support/browser';
import { pictureAll } from './stage/open-album';
import { openAt } from './stage/open-at';
import { openShop, type Shop } from './stage/open-shop';
import { visible } from './stage/screen-places';
import { type Stage, startStage } from './stage/start-stage';

let browser: Browser;
let stage: Stage;
let shop: Shop;
let planId: string;
let weekId: string;
let open: Phone[] = [];

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  shop = await openShop(stage);
  planId = await shop.publish('checkin_plan', '早市打卡');
  await shop.join('member', '小林');
  await shop.join('neighbour', '梅姨');
});
afterEach(async () => {
  await Promise.all(open.map((phone) => phone.close()));
  open = [];
  await stage.resume();
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

function onPhone(persona: string, route: string): Promise<Phone> {
  return openAt({ browser, origin: stage.origin, open }, persona, route);
}

const campaignRoute = (campaignId: string) => `/packages/member/campaign/index?c=${shop.communityId}&id=${campaignId}`;

/** How the seal and the numbers beside it stand. */
async function standingOn({ page }: Phone) {
  return {
    streak: await visible(page, 'streak-days').textContent(),
    stamped: (await visible(page, 'check-in').getAttribute('aria-label')) === '今天已经打过卡',
  };
}

const before = { streak: '0', stamped: false };
const after = { streak: '1', stamped: true };

/** Lets no check-in of this phone reach the server until `release` runs. */
async function holdCheckIns({ page }: Phone) {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/api/checkin.checkIn', async (route: Route) => {
    await held;
    await route.continue();
  });
  return () => release();
}

describe('the home of a member', () => {
  test('shows today’s seal, the streak, the next milestone and the beginning of the cards without scrolling', async () => {
    await shop.publish('coupon_drop', '老客回头券');
    const { page } = await onPhone('member', '/pages/home/index');
    await visible(page, 'streak-days').waitFor();
    const bar = (await page.locator('.weui-tabbar').boundingBox())?.y ?? 0;
    for (const place of ['#check-in', '#streak-days', '.next-stretch', '.ticket__title']) {
      const box = await page.locator(`${place}:visible`).first().boundingBox();
      expect((box?.y ?? bar) + (box?.height ?? 0), place).toBeLessThan(bar);
    }
  });
});

describe('a check-in', () => {
  test('is stamped at the tap, while everything else can be tapped, and stays when the server agrees', async () => {
    const phone = await onPhone('neighbour', '/pages/home/index');
    const { page } = phone;
    await expect.poll(() => standingOn(phone)).toEqual(before);
    const release = await holdCheckIns(phone);
    await visible(page, 'check-in').click();
    await expect.poll(() => standingOn(phone)).toEqual(after);
    await expect.poll(() => visible(page, 'today').textContent()).toContain('今天 1 人已打卡');
    await expect.poll(() => visible(page, 'check-in-done').count()).toBe(0);
    await phone.screenshot('daily-1-stamped-at-once');
    await visible(page, 'open-calendar').click();
    await visible(page, 'month').waitFor();
    await visible(page, 'go-back').click();
    await expect.poll(() => standingOn(phone)).toEqual(after);
    release();
    await visible(page, 'check-in-done').waitFor();
    await expect.poll(() => standingOn(phone)).toEqual(after);
    await phone.screenshot('daily-2-agreed');
  });

  test('is taken back when nothing comes, with every number as it was; the next tap is the same check-in', async () => {
    const phone = await onPhone('member', '/pages/home/index');
    const { page } = phone;
    await visible(page, 'streak-days').waitFor();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/checkin.checkIn')) sent.push(String(request.postDataJSON().requestId));
    });
    await stage.pause();
    await visible(page, 'check-in').click();
    await expect.poll(() => standingOn(phone)).toEqual(after);
    await visible(page, 'refusal-offline').waitFor();
    await expect.poll(() => standingOn(phone)).toEqual(before);
    await phone.screenshot('daily-3-taken-back-offline');
    await stage.resume();
    await visible(page, 'check-in').click();
    await visible(page, 'check-in-done').waitFor();
    await expect.poll(() => standingOn(phone)).toEqual(after);
    expect(sent.length).toBeGreaterThan(1);
    expect(new Set(sent).size).toBe(1);
  });

  test('is taken back when the server says no, on the campaign’s page as well, with the reason', async () => {
    const endingId = await shop.publish('checkin_plan', '今天就停的打卡');
    const phone = await onPhone('member', campaignRoute(endingId));
    const { page } = phone;
    await visible(page, 'check-in').waitFor();
    const release = await holdCheckIns(phone);
    await visible(page, 'check-in').click();
    await visible(page, 'checking-in').waitFor();
    await expect.poll(() => visible(page, 'streak-days').textContent()).toBe('1');
    await phone.screenshot('daily-4-stamped-on-its-page');
    await shop.owner.get('campaign.end', { communityId: shop.communityId, campaignId: endingId });
    release();
    await visible(page, 'refusal-campaign_ended').waitFor();
    await expect.poll(() => visible(page, 'streak-days').textContent()).toBe('0');
    await phone.screenshot('daily-5-taken-back-refused');
  });
});

describe('a newcomer', () => {
  test('is welcomed in three steps on the home, once', async () => {
    const phone = await onPhone('newcomer', campaignRoute(planId));
    const { page } = phone;
    await visible(page, 'join').click();
    await visible(page, 'check-in').waitFor();
    await visible(page, 'go-home').click();
    await visible(page, 'first-steps').waitFor();
    await expect.poll(() => visible(page, 'first-steps').textContent()).toMatch(/1这里是「.*」.*2今天先打一次卡.*3.*「福利」/);
    await phone.screenshot('daily-6-welcome');
    await page.reload();
    await visible(page, 'first-steps-done').click();
    await visible(page, 'first-steps').waitFor({ state: 'hidden' });
    await page.reload();
    await visible(page, 'streak-days').waitFor();
    await expect.poll(() => visible(page, 'first-steps').count()).toBe(0);
  });
});

describe('every card', () => {
  test('opens its campaign from a cold start, and back leads home', async () => {
    const titles = {
      coupon_drop: '周末水果券',
      invite_reward: '请邻居来',
      poll: '下周进哪样',
      notice: '营业时间',
      season_prize: '早起榜',
    } as const;
    for (const [type, title] of Object.entries(titles)) {
      const campaignId = await shop.publish(type as keyof typeof titles, title);
      const { page } = await onPhone('member', campaignRoute(campaignId));
      await visible(page, 'campaign-title').filter({ hasText: title }).waitFor();
      await visible(page, 'go-back').click();
      await visible(page, 'community-name').waitFor();
      await expect.poll(() => page.url()).toContain('/pages/home/index');
    }
  });

  test('opens it from the home, too, and back leads to the same home', async () => {
    const { page } = await onPhone('member', '/pages/home/index');
    await page.locator('.quiet-offer:visible').first().click();
    await visible(page, 'campaign-title').waitFor();
    await visible(page, 'go-back').click();
    await visible(page, 'community-name').waitFor();
    await expect.poll(() => page.url()).toContain('/pages/home/index');
  });
});

describe('the calendar', () => {
  test('joins the days of a streak, a made-up day and a rest day among them, and says which milestone is next', async () => {
    const { communityId, today } = shop;
    weekId = await shop.publish('checkin_plan', '连着打卡', { parameters: { more: 1, rest: 'sunday', makeUp: 'monthly' } });
    const member = await stage.voice('member');
    const at = { communityId, campaignId: weekId };
    // From a Wednesday: three days, a Saturday that is missed, a Sunday of rest, and two more days.
    for (const isDone of [true, true, true, false, false, true, true]) {
      if (isDone) await member.get('checkin.checkIn', at);
      if (isDone && (await stage.today()) === addDays(today, 6)) break;
      await stage.playground('clock', { to: 'next_day' });
    }
    await member.get('checkin.makeUp', { ...at, on: addDays(today, 3) });
    const phone = await onPhone('member', `/packages/member/calendar/index?id=${weekId}`);
    await visible(phone.page, `day-${today}`).waitFor();
    const days = [0, 1, 2, 3, 4, 5, 6].map((days) => visible(phone.page, `day-${addDays(today, days)}`));
    const places = () =>
      Promise.all(days.map(async (day) => /--(alone|first|inside|last)/.exec((await day.getAttribute('class')) ?? '')?.[1]));
    await expect.poll(places).toEqual(['first', 'inside', 'inside', 'inside', 'inside', 'inside', 'last']);
    const states = () => Promise.all(days.map(async (day) => (await day.getAttribute('aria-label'))?.split(' ').pop()));
    await expect.poll(states).toEqual(['已打卡', '已打卡', '已打卡', '补签', '休息日', '已打卡', '已打卡']);
    await expect.poll(() => visible(phone.page, 'path-streak').textContent()).toMatch(/连续 7 天还差 \d 天下一个\+20 积分/);
  });
});

test('every screen of the day is in order at both widths, in the dark and in English', async () => {
  const member = await stage.voice('member');
  const { campaigns } = await member.get('community.home', { communityId: shop.communityId });
  const drop = campaigns.find(({ type }) => type === 'coupon_drop')?.campaignId ?? '';
  const { ticket } = await member.get('coupon.claim', { communityId: shop.communityId, campaignId: drop });
  const pictures = [
    { route: '/pages/home/index', shows: 'streak-days', name: 'daily-home', dark: true },
    { route: '/pages/wall/index', shows: 'open-wallet', name: 'daily-wall' },
    { route: `/packages/member/calendar/index?id=${weekId}`, shows: 'month', name: 'daily-calendar', dark: true },
    { route: campaignRoute(planId), shows: 'terms', name: 'daily-plan', dark: true },
    { route: campaignRoute(drop), shows: 'terms', name: 'daily-drop', dark: true },
    { route: campaignRoute(drop), shows: 'terms', name: 'daily-drop-terms', tap: ['terms-fold', 'terms-fold'] as const },
    { route: '/packages/member/wallet/index', shows: 'go-back', name: 'daily-wallet', dark: true },
    { route: `/packages/member/ticket/index?coupon=${encodeURIComponent(ticket.couponId)}`, shows: 'code-qr', name: 'daily-ticket' },
  ];
  expect(await pictureAll(browser, stage.origin, 'member', pictures)).toEqual([]);
  expect(await pictureAll(browser, stage.origin, 'member', pictures, true)).toEqual([]);
});
