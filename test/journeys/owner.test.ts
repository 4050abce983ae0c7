// Story 1: an owner opens a community in the group, writes two campaigns, sees what members will see, publishes, posts, pauses and ends.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, type Day } from '#core/values/day';
import { launchBrowser } from '../support/browser';
import { type Pictured, pictureAll } from './stage/open-album';
import { type FramedPhone, openPlayground, type Playground } from './stage/open-playground';
import { type Stage, startStage, type Voice } from './stage/start-stage';
import { untilSays } from './stage/until-says';

const GROUP = '早起面包群';
const PLAN = '21 天早餐打卡';
const DROP = '群友早餐券';

let browser: Browser;
let stage: Stage;
let owner: Voice;
let today: Day;
let playground: Playground;
const workers: string[] = [];

beforeAll(async () => {
  [browser, stage] = await Promise.all([launchBrowser(), startStage()]);
  [owner, today] = [await stage.voice('owner'), await stage.today()];
  playground = await openPlayground(browser, stage.origin);
  playground.page.on('worker', (worker) => workers.push(worker.url()));
});
afterAll(async () => {
  await browser?.close();
  await stage?.leave();
});

const chinese = (day: Day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;

async function communityIdOf(): Promise<string> {
  const { communities } = await owner.get('community.mine', {});
  return communities[0]?.community.communityId ?? '';
}

async function campaignNow(title: string) {
  const { campaigns } = await owner.get('analytics.today', { communityId: await communityIdOf() });
  const found = campaigns.find(({ card }) => card.title === title);
  if (found === undefined) throw new Error(`no campaign ${title}`);
  return found;
}

/** Picks a day in the sheet, which opens at the month of the day that was there before. */
async function pickDay(phone: FramedPhone, id: string, day: Day): Promise<void> {
  await phone.at(id).click();
  const firstOfMonth = phone.frame.locator(`[id^="${id}-"][id$="-01"]:visible`);
  await firstOfMonth.waitFor();
  const month = `${(await firstOfMonth.getAttribute('id'))?.slice(id.length + 1, -3)}`;
  if (month !== day.slice(0, 7)) await phone.at(`${id}-${month < day.slice(0, 7) ? 'next' : 'previous'}`).click();
  await phone.at(`${id}-${day}`).click();
  await phone.at(`${id}-${day}`).waitFor({ state: 'hidden' });
}

/** The forecast with its numbers, of which the most that it can cost is certain; a worker has computed it. */
async function showsForecast(phone: FramedPhone, worst: string): Promise<void> {
  await phone.at('forecast-source').waitFor();
  await expect.poll(() => phone.at('forecast-worst').textContent()).toContain(worst);
  await expect.poll(() => phone.at('forecast-count').textContent()).toMatch(/\d+ 次/);
  await expect.poll(() => phone.at('forecast-source').textContent()).toContain('模拟了 1,000 遍');
  expect(workers.filter((address) => /\/js\/forecast\.[0-9a-f]+\.js$/.test(address))).not.toEqual([]);
}

/** Publishes what the preview shows, once the sheet has said what is `promised`, and posts its card into the group. */
async function publishAndPost(phone: FramedPhone, title: string, name: string, promised: Readonly<Record<string, string>>): Promise<void> {
  await phone.at('publish').click();
  await phone.at('promised-list').waitFor();
  for (const [row, words] of Object.entries(promised)) await expect.poll(() => phone.at(`promised-${row}`).textContent()).toContain(words);
  await phone.screenshot(`${name}-promised`);
  await phone.at('publish-confirm').click();
  await phone.at('publish-done').waitFor();
  await phone.screenshot(`${name}-published`);
  await phone.at('post-campaign').click();
  await playground.sendTo('幸福里果蔬群');
  await phone.at('post-done').waitFor();
  const card = playground.card(title);
  await card.waitFor();
  const picture = card.locator('img.picture');
  await expect.poll(() => picture.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  const shape = await picture.evaluate((image) => [(image as HTMLImageElement).naturalWidth, (image as HTMLImageElement).naturalHeight]);
  expect((shape[0] ?? 0) / (shape[1] ?? 1)).toBe(5 / 4);
}

async function confirmStep(phone: FramedPhone, button: string, sheet: string): Promise<void> {
  await phone.at(button).click();
  await phone.at(`sheet-${sheet}-confirm`).click();
  await phone.at('life-done').waitFor();
  await phone.at(`sheet-${sheet}`).waitFor({ state: 'hidden' });
}

describe('an owner', () => {
  test('creates a community from within the group and binds that group', async () => {
    const phone = await playground.phone('owner');
    await phone.screenshot('owner-1-welcome');
    await phone.at('create-community').click();
    await phone.at('community-name').waitFor();
    await phone.at('create-community').click();
    await phone.at('community-name-problem').waitFor();
    await phone.screenshot('owner-2-what-is-missing');
    await phone.type('community-name', '青禾面包房');
    await phone.type('community-theme', '每天一个好面包');
    await phone.type('community-promise', '每周都有本群专享价,说到做到');
    await phone.type('community-organiser', '青禾面包房(中山路店)');
    await phone.type('community-contact', '010-5555 0101');
    await phone.type('community-groupLabel', GROUP);
    await phone.screenshot('owner-3-filled');
    await phone.at('community-day-start').click();
    await phone.at('community-day-start-0').waitFor();
    await phone.screenshot('owner-4-day-start');
    await phone.at('community-day-start-0').click();
    await phone.at('community-day-start-0').waitFor({ state: 'hidden' });
    await phone.at('create-community').click();
    await phone.at('create-done').waitFor();
    await phone.screenshot('owner-5-made');
    const communityId = await communityIdOf();
    expect((await owner.get('community.home', { communityId })).community).toMatchObject({ zone: 'Asia/Shanghai', dayStartsMinutes: 0 });
    expect((await owner.get('community.groups', { communityId })).groups).toMatchObject([{ label: GROUP }]);
  });

  test('writes a check-in plan, and sees the card and the terms as members will', async () => {
    const phone = await playground.phone('owner');
    await phone.at('first-campaign').click();
    await phone.at('goal-keep').waitFor();
    await expect.poll(() => phone.at('type-checkin_plan').textContent()).toContain('可以先写这个');
    await phone.screenshot('owner-6-choose');
    await phone.at('type-checkin_plan').click();
    await phone.at('field-title').waitFor();
    await phone.at('save-draft').click();
    await phone.at('refusal-problems').waitFor();
    await phone.screenshot('owner-7-problems');
    await phone.type('field-title', PLAN);
    await expect.poll(() => phone.at('live-card-title').textContent()).toBe(PLAN);
    await phone.type('field-summary', '早上来店里坐坐');
    await pickDay(phone, 'field-endsOn', addDays(today, 13));
    await phone.at('field-milestones-1-days-notice').waitFor();
    await expect.poll(() => phone.at('field-milestones-1-days-notice').textContent()).toContain('最多能打 14 天');
    await phone.at('field-milestones-1-days-notice').scrollIntoViewIfNeeded();
    await phone.screenshot('owner-7-out-of-reach');
    await pickDay(phone, 'field-endsOn', addDays(today, 20));
    await phone.at('field-milestones-1-days-notice').waitFor({ state: 'hidden' });
    await expect.poll(() => phone.at('draft-kept').textContent()).toMatch(/草稿已保存 \d\d:\d\d/);
    await phone.at('toggle-card').click();
    await phone.at('chat-card').waitFor();
    await phone.screenshot('owner-7-live-card');
    await phone.at('toggle-card').click();
    await phone.at('save-draft').click();
    await phone.at('chat-card').waitFor();
    await expect.poll(() => phone.at('chat-card-title').textContent()).toContain(PLAN);
    await expect.poll(() => phone.at('terms').textContent()).toContain('每天可打卡一次');
    await expect.poll(() => phone.at('reserve').textContent()).toMatch(/[\d,]+ 积分/);
    await phone.screenshot('owner-8-plan-preview');
    await publishAndPost(phone, PLAN, 'owner-9-plan', { whom: '全部成员', worst: '积分', when: '共 21 天' });
    await playground.screenshot('owner-9-playground');
    expect((await campaignNow(PLAN)).card.state).toBe('live');
  });

  test('appoints a clerk among the members', async () => {
    const clerk = await playground.openCard(PLAN, 'clerk');
    await clerk.at('join').click();
    await clerk.at('check-in').waitFor();
    const clerkVoice = await stage.voice('clerk');
    const communityId = await communityIdOf();
    const { me } = await clerkVoice.get('community.home', { communityId });
    const phone = await playground.phone('owner');
    await phone.go('/packages/owner/members/index');
    await phone.at(`member-${me.memberId}`).click();
    await phone.at(`give-clerk-${me.memberId}`).click();
    await phone.at('appoint-confirm').waitFor();
    await phone.screenshot('owner-10-appoint');
    await phone.at('appoint-confirm').click();
    await phone.at('appoint-done').waitFor();
    await phone.screenshot('owner-11-appointed');
    expect((await clerkVoice.get('community.home', { communityId })).me.role).toBe('clerk');
    await clerk.go('/pages/me/index');
    await clerk.at('open-counter').waitFor();
  });

  test('writes a coupon drop for the group only, with its threshold, stock, limit and windows', async () => {
    const phone = await playground.phone('owner');
    await phone.go('/packages/owner/today/index');
    await phone.at('new-campaign').click();
    await phone.at('type-coupon_drop').click();
    await phone.at('field-amountOffFen').waitFor();
    await phone.type('field-title', DROP);
    await phone.type('field-amountOffFen', '40');
    await phone.type('field-thresholdFen', '30');
    await phone.type('field-stock', '12');
    await phone.type('field-perMemberMax', '2');
    await pickDay(phone, 'field-endsOn', addDays(today, 6));
    await pickDay(phone, 'field-useUntilOn', addDays(today, 13));
    await phone.at('section-whom').click();
    await phone.at('field-groupId').click();
    await phone.at('field-groupId-1').click();
    await phone.at('field-groupId-1').waitFor({ state: 'hidden' });
    await phone.at('save-draft').click();
    await phone.at('field-amountOffFen-problem').waitFor();
    await expect.poll(() => phone.at('field-amountOffFen-problem').textContent()).toContain('减的钱要少于订单金额');
    await phone.at('field-amountOffFen-problem').scrollIntoViewIfNeeded();
    await phone.screenshot('owner-12-too-generous');
    await phone.type('field-amountOffFen', '8.50');
    await phone.at('save-draft').click();
    await phone.at('chat-card').waitFor();
    const until = `${chinese(addDays(today, 13))}，最后一天整天有效`;
    const terms = ['订单满 ¥30 立减 ¥8.50', '共 12 张', '每人最多领 2 张', `「${GROUP}」群的成员`, until];
    await untilSays(() => phone.at('terms').textContent(), ...terms);
    await expect.poll(() => phone.at('reserve').textContent()).toContain('12 张券');
    await showsForecast(phone, '¥102');
    await phone.at('forecast-worst').scrollIntoViewIfNeeded();
    await phone.screenshot('owner-13-drop-forecast');
    await phone.screenshot('owner-13-drop-preview');
    await publishAndPost(phone, DROP, 'owner-14-drop', { whom: GROUP, gives: '¥8.50', kept: '12 张券', worst: '¥102' });
    await playground.screenshot('owner-14-playground');
    expect(await campaignNow(DROP)).toMatchObject({ couponsReserved: 12, couponsIssued: 0, card: { left: 12, groupLabel: GROUP } });
    expect((await campaignNow(DROP)).outlook?.forecast).toMatchObject({ runs: 1_000 });
  });

  test('pauses it: a member sees that, and resumes it: the member can claim', async () => {
    const phone = await playground.phone('owner');
    await phone.at('to-manage').click();
    await phone.at('pause-campaign').click();
    await phone.at('sheet-pause-confirm').waitFor();
    await phone.screenshot('owner-15-pause');
    await phone.at('sheet-pause-cancel').click();
    await phone.at('sheet-pause').waitFor({ state: 'hidden' });
    await confirmStep(phone, 'pause-campaign', 'pause');
    const member = await playground.openCard(DROP, 'member');
    await member.at('join').click();
    await member.at('refusal-campaign_paused').waitFor();
    await member.screenshot('owner-16-member-paused');
    await confirmStep(phone, 'resume-campaign', 'resume');
    await playground.openCard(DROP, 'member');
    await member.at('claim').click();
    await member.at('claim-done').waitFor();
    await member.screenshot('owner-17-member-claimed');
  });

  test('ends it: what was not given comes back, what was claimed stays', async () => {
    const phone = await playground.phone('owner');
    await confirmStep(phone, 'end-campaign', 'end');
    await expect.poll(() => phone.at('life-done').textContent()).toContain('收回 11 张券。已领到的 1 张券照常使用');
    await phone.screenshot('owner-18-ended');
    const member = await stage.voice('member');
    const communityId = await communityIdOf();
    const { campaignId } = (await campaignNow(DROP)).card;
    expect(await member.call('coupon.claim', { communityId, campaignId })).toMatchObject({ ok: false, code: 'campaign_ended' });
    expect((await member.get('coupon.wallet', { communityId })).tickets).toMatchObject([{ state: 'usable' }]);
  });

  test('runs the ended one again as a copy from today on, which saves itself, and deletes that draft', async () => {
    const phone = await playground.phone('owner');
    const { endsOn } = (await campaignNow(DROP)).card;
    await phone.at('copy-campaign').click();
    await phone.at('section-whom').waitFor();
    await expect.poll(() => phone.at('live-card-title').textContent()).toBe(DROP);
    await expect.poll(() => phone.at('section-whom').textContent()).toContain(GROUP);
    await expect.poll(() => phone.at('draft-kept').textContent()).toContain('草稿已保存');
    const communityId = await communityIdOf();
    const { cards } = await owner.get('campaign.list', { communityId, state: 'draft' });
    expect(cards).toMatchObject([{ title: DROP, startsOn: today, endsOn, state: 'draft' }]);
    await phone.screenshot('owner-19-copy');
    await phone.go('/packages/owner/campaigns/index');
    await phone.at(`discard-${cards[0]?.campaignId}`).click();
    await phone.at('discard-confirm').waitFor();
    await phone.screenshot('owner-20-discard');
    await phone.at('discard-confirm').click();
    await phone.at('discard-done').waitFor();
    await phone.at('past-state-ended').click();
    await phone.at('past-list').waitFor();
    await phone.screenshot('owner-21-ended');
    expect((await owner.get('campaign.list', { communityId, state: 'draft' })).cards).toEqual([]);
  });

  test('finds the console and its pages in order at both widths, in the dark and in English', async () => {
    const { campaignId } = (await campaignNow(PLAN)).card;
    const pages: readonly Pictured[] = [
      { route: '/packages/owner/today/index', shows: 'day-counts', name: 'owner-today' },
      { route: '/packages/owner/choose/index', shows: 'type-coupon_drop', name: 'owner-choose' },
      { route: '/packages/owner/editor/index?type=coupon_drop', shows: 'field-title', name: 'owner-editor', dark: true },
      { route: '/packages/owner/editor/index?type=checkin_plan', shows: 'field-title', name: 'owner-editor-plan' },
      {
        route: '/packages/owner/editor/index?type=checkin_plan',
        shows: 'field-more',
        tap: ['field-more', 'field-rest'],
        name: 'owner-editor-plan-more',
      },
      { route: `/packages/owner/preview/index?id=${campaignId}`, shows: 'terms', name: 'owner-preview', dark: true },
      { route: `/packages/owner/manage/index?id=${campaignId}`, shows: 'campaign-title', name: 'owner-manage', dark: true },
      { route: '/packages/owner/campaigns/index', shows: 'no-draft', name: 'owner-past', tap: ['past-state-ended', 'past-list'] },
      { route: '/packages/owner/groups/index', shows: 'go-back', name: 'owner-groups' },
      { route: '/packages/owner/create/index', shows: 'community-name', name: 'owner-create' },
    ];
    expect(await pictureAll(browser, stage.origin, 'owner', pages)).toEqual([]);
    expect(await pictureAll(browser, stage.origin, 'owner', pages, true)).toEqual([]);
    expect(playground.complaints).toEqual([]);
  });
});
