// The demo community: made by real actions, the same each time, finished when it was broken off, and never made twice.
import { describe, expect, it } from 'vitest';
import type { ActionName, InputOf, ValueOf } from '#core/contract';
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

describe('the demo community', () => {
  it('has three hundred members and something on every phone, and its data is what its journal makes', async () => {
    const store = createMemoryStore();
    await seedDemo(store, { log, endAt });
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
    expect((await createChat(store).messages()).filter(({ card }) => card !== null)).toHaveLength(13);
    expect((await checkData(store)).differences).toEqual([]);
  });

  it('has rules that got better, a promise made good and one that waits, a complaint answered and one to answer', async () => {
    const store = createMemoryStore();
    await seedDemo(store, { log, endAt });
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
    const pictures = await Promise.all(
      [1, 2].map(async () => {
        const store = createMemoryStore();
        await seedDemo(store, { log, endAt });
        return pictureOf(store);
      }),
    );
    expect(pictures[1]).toEqual(pictures[0]);
  });

  it('is finished at the next start when the first was broken off, with nothing twice', async () => {
    const whole = createMemoryStore();
    await seedDemo(whole, { log, endAt });
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
    const store = createMemoryStore();
    await seedDemo(store, { log, endAt });
    await seedDemo(store, { log, onProgress });
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
