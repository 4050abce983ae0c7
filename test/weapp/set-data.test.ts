// What people do sends little to the screen and not often: every setData of the built mini-program is counted, as WeChat's audit counts it.
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { openCounter } from '../support/counter';
import { openInvites } from '../support/invites';
import type { MiniProgram } from '../support/mini-program';
import { drawn, drawnTimes, eventually, gone, inHand, tapOn, typeInto } from '../support/mini-program-in-hand';
import { AUDIT, mostPerSecond } from '../support/mini-program-meter';
import { sayPhone } from '../support/say-phone';
import { openShop } from '../support/town';

const rows: Parameters<typeof sayPhone>[0][] = [];
const errors: unknown[] = [];
vi.spyOn(console, 'error').mockImplementation((...said) => errors.push(said));

/** What WeChat has replaced by something else, and warns of. */
const deprecated = [
  'getSystemInfo',
  'getSystemInfoSync',
  'getSystemInfoAsync',
  'getUserInfo',
  'getUserProfile',
  'createCanvasContext',
  'chooseImage',
];

/** Holds a journey to the audit's limits, and remembers its numbers. */
function examine(journey: string, { meter, wx }: MiniProgram): void {
  const sizes = meter.calls.map(({ bytes }) => bytes);
  const [largest, total, rate] = [Math.max(...sizes), sizes.reduce((sum, bytes) => sum + bytes, 0), mostPerSecond(meter.calls)];
  const answer = Math.max(...wx.answerBytes);
  rows.push({
    what: journey,
    setData: sizes.length,
    'largest B': largest,
    'all B': total,
    'per s': rate,
    'requests at once': wx.mostAtOnce,
    'answer B': answer,
    aim: `largest ≤ ${AUDIT.bytesPerCall}, per s ≤ ${AUDIT.callsPerSecond}`,
    reached: largest <= AUDIT.bytesPerCall && rate <= AUDIT.callsPerSecond ? 'yes' : 'no',
  });
  expect(largest).toBeLessThanOrEqual(AUDIT.bytesPerCall);
  expect(rate).toBeLessThanOrEqual(AUDIT.callsPerSecond);
  expect(meter.calls.flatMap(({ lost }) => lost)).toEqual([]);
  expect(wx.mostAtOnce).toBeLessThanOrEqual(AUDIT.requestsAtOnce);
  expect(answer).toBeLessThanOrEqual(AUDIT.answerBytes);
  expect(deprecated.filter((name) => wx.called.has(name))).toEqual([]);
  expect(errors).toEqual([]);
}

afterEach(() => document.body.replaceChildren());
afterAll(() => {
  // No network stands between the phone and the application here: calls follow each other more closely than on any real phone.
  for (const row of rows) sayPhone(row);
});

test('a newcomer joins by a card and checks in', async () => {
  const { town, communityId, publish } = await openShop();
  const campaignId = await publish({ type: 'checkin_plan', title: '每日打卡' });
  const program = inHand(town.person('anna'));
  program.launch(`/packages/member/campaign/index?c=${communityId}&id=${campaignId}`);
  await tapOn(program, 'join');
  await drawn(program, 'check-in');
  program.replaceAll('/pages/home/index');
  await tapOn(program, 'check-in');
  await drawn(program, 'check-in-done');
  examine('a newcomer joins and checks in', program);
});

test('a member claims a coupon and shows its ticket at the counter', async () => {
  const { member, communityId, publish } = await openShop();
  const campaignId = await publish({ type: 'coupon_drop' });
  const program = inHand(await member('anna'));
  program.launch(`/pages/wall/index?c=${communityId}`);
  await tapOn(program, `claim-${campaignId}`);
  await tapOn(program, `open-ticket-${campaignId}`);
  await drawn(program, 'code-qr');
  expect(program.intervals.size).toBe(1);
  program.wx.navigateTo({ url: '/packages/member/settings/index' });
  await eventually(() => expect(program.intervals.size).toBe(0));
  program.wx.navigateBack();
  await eventually(() => expect(program.intervals.size).toBe(1));
  program.wx.navigateBack();
  await eventually(() => expect(program.intervals.size).toBe(0));
  await tapOn(program, 'open-wallet');
  await drawnTimes(program, '.ticket', 1);
  examine('a member claims a coupon and shows it', program);
});

test('a member looks through the board and hides', async () => {
  const { member, communityId, publish } = await openShop();
  const campaignId = await publish({ type: 'checkin_plan' });
  for (let index = 0; index < 30; index += 1) {
    const neighbour = await member(`neighbour-${index}`);
    await neighbour.get('checkin.checkIn', { communityId, campaignId });
  }
  const program = inHand(await member('anna'));
  program.launch(`/pages/board/index?c=${communityId}`);
  // The league comes first, and nobody is in one before the week's first check-in.
  await drawn(program, 'board-empty');
  await tapOn(program, 'board-period-week');
  await drawn(program, 'board-total');
  await tapOn(program, 'board-period-month');
  await eventually(() => expect(program.find('board-total')?.textContent).toContain('31'));
  await tapOn(program, 'board-kind-invite');
  await drawn(program, 'board-empty');
  await tapOn(program, 'board-kind-checkin');
  await drawn(program, 'board-total');
  await tapOn(program, 'hide-me');
  examine('a member looks through the board and hides', program);
});

test('a member sees how far each invite has come', async () => {
  const { anna, bring, communityId } = await openInvites();
  for (let index = 0; index < 5; index += 1) await bring(anna, `friend-${index}`);
  const program = inHand(anna);
  program.launch(`/packages/member/invites/index?c=${communityId}`);
  await drawn(program, 'send-invite');
  await drawnTimes(program, '.thread', 5);
  examine('a member looks at five invites', program);
});

test('an owner looks through 120 members and appoints a clerk', async () => {
  const { owner, member, communityId } = await openShop();
  for (let index = 0; index < 119; index += 1) await member(`member-${index}`);
  const program = inHand(owner);
  program.launch(`/packages/owner/members/index?c=${communityId}`);
  await drawn(program, 'members');
  await tapOn(program, 'show-more');
  await drawn(program, 'show-earlier');
  await tapOn(program, 'show-earlier');
  await gone(program, 'show-earlier');
  const rows = await drawnTimes(program, '[id*="member-"]', 50);
  const last = rows[rows.length - 1];
  if (last) program.tap(last);
  const [appoint] = await drawnTimes(program, '[id*="give-clerk-"]', 1);
  if (appoint) program.tap(appoint);
  await tapOn(program, 'appoint-confirm');
  await drawn(program, 'appoint-done');
  examine('an owner looks through 120 members', program);
});

test('an owner writes a campaign and publishes it', async () => {
  const { owner, communityId } = await openShop();
  const program = inHand(owner);
  program.launch(`/packages/owner/today/index?c=${communityId}`);
  await tapOn(program, 'new-campaign');
  await tapOn(program, 'type-coupon_drop');
  for (const title of ['开', '开学', '开学满', '开学满减']) await typeInto(program, 'field-title', title);
  await tapOn(program, 'save-draft');
  await tapOn(program, 'publish');
  await tapOn(program, 'publish-confirm');
  await drawn(program, 'publish-done');
  examine('an owner writes and publishes a campaign', program);
});

test('a clerk redeems a coupon by its digits', async () => {
  const { anna, cashier, coupon, communityId } = await openCounter();
  const { code } = await anna.get('redemption.code', coupon);
  const program = inHand(cashier);
  program.launch(`/packages/owner/counter/index?c=${communityId}`);
  await typeInto(program, 'code-digits', code.digits);
  await tapOn(program, 'check-code');
  await typeInto(program, 'order-amount', '50');
  await tapOn(program, 'confirm-redemption');
  await drawn(program, 'redeem-done');
  await tapOn(program, 'next-customer');
  await tapOn(program, 'open-redemptions');
  await drawn(program, 'redemptions');
  examine('a clerk redeems a coupon', program);
});
