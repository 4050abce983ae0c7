// What each action costs on CloudBase, measured through the real application on the stand-in; the page's tables are made of these numbers.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStore, startStandIn } from '../store/cloudbase-case';
import { openCounter } from '../support/counter';
import { createTown, FIRST_DAY, type Resident } from '../support/town';
import { type CountedDeed, costTables, monthlyHabits } from './cost-table';
import { functionConfigs } from './function-configs';

const cloudBase = await startStandIn();
afterAll(() => cloudBase.stop());

const deeds: CountedDeed[] = [];

/** How often the timer fires in thirty days, as its config.json says. */
function firingsInAMonth(): number {
  const [trigger] = functionConfigs().find(({ name }) => name === 'timer')?.config.triggers ?? [];
  const [, minutes] = /^0 \*\/(\d+) \* \* \* \* \*$/.exec(trigger?.config ?? '') ?? [];
  if (minutes === undefined) throw new Error(`a timer of every so many minutes, not ${trigger?.config}`);
  return (30 * 24 * 60) / Number(minutes);
}

/** Does something and counts what it asked for; the function's own call is one more. */
async function count(name: string, deed: () => Promise<unknown>): Promise<void> {
  cloudBase.clearLog();
  await deed();
  deeds.push({ name, calls: cloudBase.requests.length + 1 });
}

beforeAll(async () => {
  const store = openStore();
  const town = createTown({ store });
  const { owner, anna, cashier, communityId, campaignId: drop, publish, member } = await openCounter({}, town);
  const plan = await publish({ type: 'checkin_plan' });
  const ben = await member('ben');
  const here = { communityId };
  // A second day, so that weeks, boards and calendars have begun.
  for (const person of [anna, ben]) await person.get('checkin.checkIn', { ...here, campaignId: plan });
  town.nextDay();
  await town.runTimer();
  await count('community.mine', () => anna.get('community.mine', {}));
  await count('community.home', () => anna.get('community.home', here));
  await count('campaign.reach', () => anna.get('campaign.reach', { ...here, seen: [plan, drop], opened: [] }));
  await count('checkin.checkIn', () => anna.get('checkin.checkIn', { ...here, campaignId: plan }));
  await count('checkin.calendar', () => anna.get('checkin.calendar', { ...here, campaignId: plan }));
  await count('leaderboard.board', () => anna.get('leaderboard.board', { ...here, kind: 'checkin', period: 'week' }));
  await count('coupon.wallet', () => anna.get('coupon.wallet', here));
  await count('community.enter', () => ben.get('community.enter', { ...here, proof: ben.proof(), campaignId: drop }));
  await count('campaign.open', () => ben.get('campaign.open', { ...here, campaignId: drop }));
  const claimed: { ticket?: { couponId: string } } = {};
  await count('coupon.claim', async () => {
    claimed.ticket = (await ben.get('coupon.claim', { ...here, campaignId: drop })).ticket;
  });
  const coupon = { ...here, couponId: claimed.ticket?.couponId ?? '' };
  let token = '';
  await count('redemption.code', async () => {
    token = (await ben.get('redemption.code', coupon)).code.token;
  });
  let scanToken = '';
  await count('redemption.scan', async () => {
    scanToken = (await cashier.get('redemption.scan', { ...here, code: token })).scanToken;
  });
  await count('redemption.preview', () => cashier.get('redemption.preview', { ...here, scanToken, orderFen: 10_000 }));
  await count('redemption.confirm', () => cashier.get('redemption.confirm', { ...here, scanToken, orderFen: 10_000 }));
  await countFirstActions();
  await count('analytics.today', () => owner.get('analytics.today', here));
  await town.runTimer();
  await count('timer', () => town.runTimer());
  expect(town.now()).toBeGreaterThan(Date.parse(FIRST_DAY));

  /** What newcomers' first own actions ask when they pay an invite or bring a welcome gift: a check-in and a claim alike. */
  async function countFirstActions(): Promise<void> {
    const invites = await publish({ type: 'invite_reward' });
    const { token } = await anna.get('invite.create', { ...here, campaignId: invites });
    const friendOf = async (name: string) => {
      const friend = town.person(name);
      await friend.get('community.enter', { ...here, campaignId: invites, inviteToken: token });
      await friend.get('community.join', here);
      return friend;
    };
    const firsts = async (what: string, newcomers: readonly Resident[]) => {
      const [one, other] = newcomers as [Resident, Resident];
      await count(`checkin.checkIn, ${what}`, () => one.get('checkin.checkIn', { ...here, campaignId: plan }));
      await count(`coupon.claim, ${what}`, () => other.get('coupon.claim', { ...here, campaignId: drop }));
    };
    await firsts('a first one that pays an invite', [await friendOf('cai'), await friendOf('dora')]);
    await publish({ type: 'welcome_gift' });
    await firsts('a first one that brings a welcome gift', [await member('eva'), await member('fay')]);
  }
});

test('every habit that is paid for was counted', () => {
  expect(Object.keys(monthlyHabits).filter((name) => !deeds.some((deed) => deed.name === name))).toEqual([]);
});

test('a check-in takes six requests and the function call', () => {
  expect(deeds.find(({ name }) => name === 'checkin.checkIn')?.calls).toBe(7);
});

test('the page says what was counted', () => {
  const page = readFileSync(resolve(__dirname, '..', '..', 'docs/deploy-wechat.md'), 'utf8');
  const [, printed] = /<!-- costs[^>]*-->\n([\s\S]*?)\n?<!-- \/costs -->/.exec(page) ?? [];
  expect(printed).toBe(costTables(deeds, firingsInAMonth()));
});
