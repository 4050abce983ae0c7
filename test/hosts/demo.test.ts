// The demo community: made by real actions, the same each time, finished when it was broken off, and never made twice.
import { describe, expect, it } from 'vitest';
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import type { DailyDocument } from '#core/tables';
import { openDemoClock } from '#server/adapters/clock-demo/demo-clock';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { checkData } from '#server/app/check-data';
import { composeApp } from '#server/hosts/node/compose-app';
import { seedDemo } from '#server/hosts/node/demo/seed-demo';
import { personKeyOf } from '#server/hosts/node/personas';
import { createChat } from '#server/hosts/node/playground/chat';
import { Fault } from '#server/ports/fault';
import type { Store } from '#server/ports/store';
import { createHeardLog } from './node-host';

/** Half past eleven in the morning in Shanghai. */
const endAt = Date.UTC(2026, 5, 15, 3, 30);
const log = createHeardLog();

async function peopleOf(store: Store) {
  const clock = { now: () => endAt + 120_000 };
  const { app, identity } = await composeApp({ store, clock, log, demo: true });
  const askIn = async <A extends ActionName>(persona: string, action: A, input: InputOf<A>): Promise<ValueOf<A>> => {
    const { token } = identity.issueSession(personKeyOf(persona), systemClock.now());
    const reply = await app.handle({ action, input, requestId: 'request-0001', credentials: { sessionToken: token } });
    if (!reply.ok) throw new Error(`${action}: ${reply.code}`);
    return reply.value as ValueOf<A>;
  };
  const { communities } = await askIn('owner', 'community.mine', {});
  return { ask: askIn, communityId: communities[0]?.community.communityId ?? '', communities };
}

/** What an onlooker can compare: everything but the ids, which an installation makes from secrets of its own. */
async function pictureOf(store: Store) {
  const { ask, communityId } = await peopleOf(store);
  const { campaigns, day, members } = await ask('owner', 'analytics.today', { communityId });
  const board = await ask('owner', 'leaderboard.board', { communityId, kind: 'checkin', period: 'all' });
  const { lines } = await ask('clerk', 'redemption.recent', { communityId });
  return {
    members,
    day,
    campaigns: campaigns.map(({ card, funnel, couponsIssued, pointsIssued }) => [
      card.title,
      card.people,
      funnel,
      couponsIssued,
      pointsIssued,
    ]),
    board: board.top.map(({ person, rank, points }) => [person.name, rank, points]),
    // Of what two clerks did at the same moment, the order is that of ids.
    lines: lines.map(({ title, redeemedAt, orderFen }) => `${redeemedAt} ${title} ${orderFen}`).sort(),
  };
}

async function made(): Promise<Store> {
  const store = createMemoryStore();
  await seedDemo(store, { log, endAt });
  return store;
}

describe('the demo community', () => {
  // Those who only look share one.
  let looked: Promise<Store> | null = null;
  const madeOnce = () => {
    looked ??= made();
    return looked;
  };

  it('has three hundred members and something on every phone, and its data is what its journal makes', async () => {
    const store = await madeOnce();
    const { ask, communityId, communities } = await peopleOf(store);
    expect(communities.map(({ community }) => community.members)).toEqual([300]);

    const today = await ask('owner', 'analytics.today', { communityId });
    expect(today.day.checkedIn).toBeGreaterThan(10);
    expect(new Set(today.campaigns.map(({ card }) => card.state))).toEqual(new Set(['draft', 'live', 'ended']));
    const drops = today.campaigns.filter(({ card }) => card.type === 'coupon_drop' && card.state === 'live');
    for (const { card, funnel } of drops) {
      expect(card.left).toBeGreaterThan(0);
      expect([
        funnel.seen >= funnel.opened,
        funnel.opened >= funnel.claimed,
        funnel.claimed > funnel.redeemed,
        funnel.redeemed > 0,
      ]).not.toContain(false);
    }

    const { segments } = await ask('owner', 'membership.segments', { communityId });
    expect(segments).toHaveLength(2);
    const everybody = await ask('owner', 'membership.countSegment', { communityId, conditions: [{ kind: 'joined_within', amount: 90 }] });
    expect(new Set(everybody.members.map(({ tier }) => tier))).toEqual(new Set(['customer', 'user', 'fan', 'core_fan']));

    const wallet = await ask('member', 'coupon.wallet', { communityId });
    expect(new Set(wallet.tickets.map(({ state }) => state))).toEqual(new Set(['usable', 'redeemed']));
    const invites = await ask('member', 'invite.list', { communityId });
    expect(new Set(invites.invites.map(({ state }) => state))).toEqual(new Set(['opened', 'rewarded']));
    const board = await ask('member', 'leaderboard.board', { communityId, kind: 'checkin', period: 'all' });
    expect(board.mine?.person.name).toBe('小林');
    const home = await ask('newcomer', 'community.home', { communityId });
    expect(home.me.role).toBe('visitor');
    expect((await ask('clerk', 'redemption.recent', { communityId })).lines.length).toBeGreaterThan(20);
    const chat = await createChat(store).messages();
    expect(chat.filter(({ card, to }) => card !== null && to === null)).toHaveLength(16);
    expect(chat.filter(({ to }) => to === 'newcomer').map(({ from, card }) => [from, card?.title ?? null])).toEqual([
      ['member', null],
      ['member', '周末水果券'],
    ]);
    expect(chat.filter(({ card }) => card === null).length).toBeGreaterThan(6);
    expect((await checkData(store)).differences).toEqual([]);
  });

  it('has a trial with verified reports and one to apply for, settled weeks with winners, orders in every state, and welcomes', async () => {
    const store = await madeOnce();
    const { ask, communityId } = await peopleOf(store);
    const { campaigns } = await ask('owner', 'analytics.today', { communityId });
    const of = (type: string, state: string) => {
      const found = campaigns.find(({ card }) => card.type === type && card.state === state);
      if (found === undefined) throw new Error(`no ${type} is ${state}`);
      return { ...found, campaignId: found.card.campaignId };
    };
    const over = of('trial', 'ended');
    const results = await ask('owner', 'trial.results', { communityId, campaignId: over.campaignId });
    expect(results).toMatchObject({ selected: results.places, ranking: { by: 'streak', unsettled: 0 } });
    expect(results.applied).toBeGreaterThan(results.selected);
    expect([
      results.used > results.reported,
      results.reported > 2,
      results.readers > results.converted,
      results.converted > 0,
    ]).not.toContain(false);
    const { reports } = await ask('member', 'trial.reports', { communityId, campaignId: over.campaignId });
    expect(new Set(reports.map(({ stars }) => stars)).size).toBeGreaterThan(1);
    const open = of('trial', 'live');
    expect(open.card.left).toBeGreaterThan(0);
    expect((await ask('owner', 'trial.applicants', { communityId, campaignId: open.campaignId })).applicants.length).toBeGreaterThan(4);

    const seasons = of('season_prize', 'live');
    const last = await ask('member', 'leaderboard.settlement', { communityId, campaignId: seasons.campaignId });
    expect(last.settlement?.untilOn).toBe('2026-06-14');
    expect(last.settlement?.rows.filter(({ state }) => state === 'paid').length).toBeGreaterThan(8);

    for (const state of ['ordered', 'handed_over', 'cancelled'] as const) {
      const { orders } = await ask('clerk', 'points.orders', { communityId, state });
      expect([state, orders.length > 0]).toEqual([state, true]);
    }
    expect(of('welcome_gift', 'live').funnel.claimed).toBeGreaterThan(50);
    const { members } = await ask('owner', 'community.members', { communityId });
    expect(new Set(members.map(({ streakDays }) => streakDays > 0))).toEqual(new Set([true, false]));
    for (const { card, funnel } of campaigns.filter(({ card }) =>
      ['trial', 'points_exchange', 'quiz', 'poll', 'notice'].includes(card.type),
    )) {
      expect([card.title, funnel.opened >= funnel.claimed]).toEqual([card.title, true]);
    }
  });

  it('was looked after by its timer: every finished day is counted, and a campaign ends with its last day', async () => {
    const store = await madeOnce();
    const { ask, communityId } = await peopleOf(store);
    const page = await store.list('daily.byOn', communityId, { prefix: [], order: 'ascending' }, 100);
    const days = page.documents as unknown as readonly DailyDocument[];
    expect([days.length, days[days.length - 1]?.on]).toEqual([44, '2026-06-14']);
    expect(days.filter(({ campaigns }) => campaigns !== undefined).length).toBeGreaterThan(40);
    const { campaigns } = await ask('owner', 'analytics.today', { communityId });
    for (const { card } of campaigns.filter(({ card }) => card.state !== 'draft')) {
      expect([card.title, card.state === 'ended']).toEqual([card.title, card.endsOn < '2026-06-15']);
    }
  });

  it('has nobody before its owner for a review: its three hundred are ordinary people', async () => {
    const { ask, communityId } = await peopleOf(await madeOnce());
    for (const part of ['waiting', 'past'] as const) expect((await ask('owner', 'risk.queue', { communityId, part })).reviews).toEqual([]);
  });

  it('has rules that got better, a promise made good and one that waits, a complaint answered and one to answer', async () => {
    const store = await madeOnce();
    const { ask, communityId } = await peopleOf(store);
    const { campaigns } = await ask('owner', 'analytics.today', { communityId });
    const improved = campaigns.filter(({ card }) => card.version > 1);
    expect(improved.map(({ card }) => [card.title, card.version])).toEqual([['老客回头券', 2]]);
    const { versions } = await ask('member', 'campaign.versions', { communityId, campaignId: improved[0]?.card.campaignId ?? '' });
    expect(versions.map(({ version, changes }) => [version, changes.map(({ path }) => path).sort()])).toEqual([
      [2, ['stock', 'thresholdFen', 'useUntilOn']],
      [1, []],
    ]);
    expect(await ask('owner', 'promise.trust', { communityId })).toMatchObject({
      open: 1,
      broken: 2,
      madeGood: 1,
      complaints: { open: 1, all: 2 },
    });
    const mine = await ask('neighbour', 'promise.complaintsOfMine', { communityId });
    expect(mine.complaints.map(({ state }) => state)).toEqual(['answered']);
    expect((await ask('member', 'promise.complaintsOfMine', { communityId })).complaints.map(({ state }) => state)).toEqual(['open']);
  });

  it('is the same every time', async () => {
    const pictures = await Promise.all([1, 2].map(async () => pictureOf(await made())));
    expect(pictures[1]).toEqual(pictures[0]);
  });

  it('is finished at the next start when the first was broken off, with nothing twice', async () => {
    const whole = await madeOnce();
    const store = createMemoryStore();
    for (const lastDecision of [40, 900, 4_000]) {
      let decisions = 0;
      const failing: Store = {
        ...store,
        decide(ids, work) {
          decisions += 1;
          return decisions > lastDecision ? Promise.reject(new Fault('store_unavailable', 'cut')) : store.decide(ids, work);
        },
      };
      await expect(seedDemo(failing, { log, endAt })).rejects.toThrow('try_again');
    }
    await seedDemo(store, { log });
    expect(await pictureOf(store)).toEqual(await pictureOf(whole));
    expect((await checkData(store)).differences).toEqual([]);
  });

  it('is not made a second time, nor beside a community that people made', async () => {
    const progress: number[] = [];
    const onProgress = (fraction: number) => void progress.push(fraction);
    await seedDemo(await madeOnce(), { log, onProgress });
    expect(progress).toEqual([]);

    const lived = createMemoryStore();
    const { app, identity } = await composeApp({ store: lived, clock: systemClock, log, demo: false });
    const input = {
      name: '邻里',
      theme: '面包',
      promise: '每天现烤',
      organiser: '邻里面包',
      contact: '店内服务台',
      zone: 'UTC',
      dayStartsMinutes: 0,
    };
    const { token } = identity.issueSession('visitor:anna', systemClock.now());
    await app.handle({ action: 'community.create', input, requestId: 'request-0001', credentials: { sessionToken: token } });
    await seedDemo(lived, { log, onProgress });
    expect(progress).toEqual([]);
  });

  it('wakes in the morning: in the night of its zone its clock is set to twenty past ten', async () => {
    const store = createMemoryStore();
    await seedDemo(store, { log });
    const kept = (await store.read(['_system/playground/demo'])).get('_system/playground/demo');
    const ended = (kept?.value as { endAt: number } | undefined)?.endAt ?? 0;
    const wall = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Asia/Shanghai',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(ended);
    expect(wall >= '10:20').toBe(true);
    expect((await openDemoClock(store, systemClock)).now()).toBeGreaterThan(ended);
  });
});
