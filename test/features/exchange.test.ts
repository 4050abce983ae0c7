// Exchanging points through the real application: paid once, never below nothing, within stock and limit, and given back when cancelled.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { JournalDocument, StockDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { openExchange } from '../support/exchange';
import type { Resident } from '../support/town';

describe('an exchange', () => {
  test('takes the price, leaves an order with a number, and says what is left', async () => {
    const { anna, input, communityId, left, sound } = await openExchange();
    const value = await anna.get('points.exchange', input);
    expect(value).toMatchObject({
      balance: 60,
      left: 2,
      ticket: null,
      order: { item: '美式咖啡一杯', points: 40, state: 'ordered', n: 1 },
    });
    expect(value.order?.number).toMatch(/^\d{6}$/);
    expect(await left()).toBe(2);
    expect((await anna.get('points.myOrders', { communityId })).orders).toEqual([value.order]);
    const { lines, balance } = await anna.get('points.statement', { communityId });
    expect([balance, lines[0]]).toMatchObject([60, { points: -40, balance: 60, reason: 'exchange' }]);
    await sound();
  });

  test('refuses a price that is higher than the balance, with what is missing, and takes the last point', async () => {
    const { bob, anna, publish, communityId, balance, input } = await openExchange({ pricePoints: 51 });
    expect(await bob.call('points.exchange', input)).toMatchObject({
      code: 'points_short',
      data: { price: 51, balance: 50, missing: 1 },
    });
    const all = await publish({ type: 'points_exchange', endsOn: '2026-05-31', parameters: { pricePoints: 50 } });
    expect(await bob.get('points.exchange', { communityId, campaignId: all })).toMatchObject({ balance: 0 });
    expect([await balance(bob), await balance(anna)]).toEqual([0, 100]);
  });

  test('spends once when the same tap arrives twice, at once and later', async () => {
    const { anna, input, balance, sound } = await openExchange();
    const [first, second] = await Promise.all([
      anna.get('points.exchange', input, 'one-single-tap'),
      anna.get('points.exchange', input, 'one-single-tap'),
    ]);
    expect(second).toEqual(first);
    expect(await anna.get('points.exchange', input, 'one-single-tap')).toEqual(first);
    expect(await balance(anna)).toBe(60);
    await sound();
  });

  test('lets two different taps at once spend only what is there', async () => {
    const { bob, input, balance, sound } = await openExchange();
    const codes = await Promise.all([bob.code('points.exchange', input), bob.code('points.exchange', input)]);
    expect(codes.sort()).toEqual(['ok', 'points_short']);
    expect(await balance(bob)).toBe(10);
    await sound();
  });

  test('goes as far as the member’s limit and no further', async () => {
    const { anna, input } = await openExchange({ pricePoints: 10 });
    expect(await anna.code('points.exchange', input)).toBe('ok');
    expect(await anna.code('points.exchange', input)).toBe('ok');
    expect(await anna.call('points.exchange', input)).toMatchObject({ code: 'limit_reached', data: { max: 2, held: 2 } });
  });

  test('goes as far as the stock and no further, even when many want the last', async () => {
    const { anna, bob, clerk, checkIn, input, left, sound } = await openExchange({ stock: 2 });
    await checkIn(clerk);
    const codes = await Promise.all([anna, bob, clerk].map((person) => person.code('points.exchange', input)));
    expect(codes.sort()).toEqual(['ok', 'ok', 'sold_out']);
    expect(await left()).toBe(0);
    await sound();
  });

  test('is closed by the gate first: paused, over, not begun, not in the group', async () => {
    const { bob, owner, input, publish, communityId } = await openExchange({ pricePoints: 1_000 });
    await owner.get('campaign.pause', input);
    expect(await bob.code('points.exchange', input)).toBe('campaign_paused');
    await owner.get('campaign.resume', input);
    expect(await bob.code('points.exchange', input)).toBe('points_short');
    await owner.get('campaign.end', input);
    expect(await bob.code('points.exchange', input)).toBe('campaign_ended');
    const later = await publish({ type: 'points_exchange', startsOn: '2026-04-20', endsOn: '2026-05-31' });
    expect(await bob.code('points.exchange', { communityId, campaignId: later })).toBe('campaign_not_started');
    const group = await publish({ type: 'points_exchange', groupId: 'fruit-group', endsOn: '2026-05-31' });
    expect(await bob.code('points.exchange', { communityId, campaignId: group })).toBe('not_in_group');
  });

  test('shows on its card what locks it', async () => {
    const { bob, anna, input } = await openExchange({ pricePoints: 60 });
    const lockOf = async (person: Resident) => (await person.get('campaign.open', input)).card.locked;
    expect(await lockOf(anna)).toBeNull();
    expect(await lockOf(bob)).toMatchObject({ code: 'points_short', data: { missing: 10 } });
  });
});

describe('an order', () => {
  test('is handed over once, by a clerk, and its points are the owner’s again', async () => {
    const { anna, clerk, input, communityId, keyOf, sound, owner } = await openExchange();
    await anna.get('points.exchange', input);
    expect((await clerk.get('points.orders', { communityId, state: 'ordered' })).orders).toMatchObject([{ item: '美式咖啡一杯' }]);
    expect(await anna.code('points.handOver', keyOf(anna))).toBe('clerk_only');
    const both = await Promise.all([clerk.code('points.handOver', keyOf(anna)), owner.code('points.handOver', keyOf(anna))]);
    expect(both.sort()).toEqual(['ok', 'order_not_open']);
    expect(await owner.call('points.cancelOrder', { ...keyOf(anna), reason: '缺货' })).toMatchObject({ data: { state: 'handed_over' } });
    expect((await clerk.get('points.orders', { communityId, state: 'ordered' })).orders).toEqual([]);
    expect((await anna.get('points.myOrders', { communityId })).orders).toMatchObject([{ state: 'handed_over' }]);
    await sound();
  });

  test('that is cancelled gives back points, stock and limit, with the reason and a line in the statement', async () => {
    const { anna, owner, clerk, input, communityId, keyOf, balance, left, sound } = await openExchange({ perMemberMax: 1 });
    await anna.get('points.exchange', input);
    expect(await anna.code('points.exchange', input)).toBe('limit_reached');
    expect(await clerk.code('points.cancelOrder', { ...keyOf(anna), reason: '缺货' })).toBe('co_owner_only');
    expect(await owner.get('points.cancelOrder', { ...keyOf(anna), reason: '缺货' })).toEqual({ points: 40 });
    expect(await owner.code('points.cancelOrder', { ...keyOf(anna), reason: '缺货' })).toBe('order_not_open');
    expect([await balance(anna), await left()]).toEqual([100, 3]);
    expect((await anna.get('points.myOrders', { communityId })).orders).toMatchObject([{ state: 'cancelled', reason: '缺货' }]);
    const { lines } = await anna.get('points.statement', { communityId });
    expect(lines.slice(0, 2)).toMatchObject([
      { reason: 'exchange_returned', points: 40, balance: 100 },
      { reason: 'exchange', points: -40, balance: 60 },
    ]);
    expect(await anna.get('points.exchange', input)).toMatchObject({ order: { n: 2 }, balance: 60 });
    await sound();
  });

  test('can be settled after its campaign has ended; a cancelled one then fills no stock', async () => {
    const { anna, bob, owner, clerk, input, keyOf, balance, sound, communityId, town } = await openExchange();
    await anna.get('points.exchange', input);
    await bob.get('points.exchange', input);
    await owner.get('campaign.end', input);
    expect(await clerk.code('points.handOver', keyOf(bob))).toBe('ok');
    await owner.get('points.cancelOrder', { ...keyOf(anna), reason: '做不了' });
    expect(await balance(anna)).toBe(100);
    const id = makeId(communityId, 'stock', input.campaignId);
    const stock = (await town.store.read([id])).get(id) as unknown as StockDocument;
    expect(stock).toMatchObject({ goodsReserved: 1, goodsIssued: 1, pointsHeld: 0 });
    await sound();
  });

  test('of somebody who has left is void: nothing is handed over, and nothing goes back', async () => {
    const { anna, owner, clerk, input, communityId, keyOf, balance, sound } = await openExchange();
    await anna.get('points.exchange', input);
    await anna.get('membership.erase', { communityId });
    await anna.get('community.join', { communityId });
    expect(await clerk.call('points.handOver', keyOf(anna))).toMatchObject({ code: 'order_not_open', data: { state: 'void' } });
    expect((await anna.get('points.myOrders', { communityId })).orders).toMatchObject([{ state: 'void' }]);
    expect(await owner.get('points.cancelOrder', { ...keyOf(anna), reason: '人已离开' })).toEqual({ points: 0 });
    expect(await balance(anna)).toBe(0);
    await sound();
  });
});

describe('the warning that few of the goods are left', () => {
  async function openWarned() {
    const open = await openExchange({ pricePoints: 10, stock: 4, perMemberMax: 4 });
    const { owner, communityId, input, town } = open;
    await owner.get('campaign.warnAt', { ...input, percent: 50 });
    const row = async () =>
      (await owner.get('analytics.today', { communityId })).campaigns.find(({ card }) => card.campaignId === input.campaignId);
    const warnings = async () => {
      const { documents } = await town.store.list('journal.byStamp', communityId, { prefix: [], order: 'ascending' }, 200);
      const events = (documents as unknown as readonly JournalDocument[]).flatMap((journal) => journal.events);
      return events.filter((event) => event.kind === 'stock_low');
    };
    return { ...open, row, warnings };
  }

  test('comes once, at the exchange that crosses the share that its owner has set', async () => {
    const { anna, input, row, warnings, sound } = await openWarned();
    await anna.get('points.exchange', input);
    expect([await warnings(), (await row())?.low]).toEqual([[], []]);
    await anna.get('points.exchange', input);
    await anna.get('points.exchange', input);
    expect(await warnings()).toMatchObject([{ campaignId: input.campaignId, unit: 'goods', left: 2 }]);
    expect(await row()).toMatchObject({ low: ['goods'], lowAtPercent: 50, goodsReserved: 4, goodsIssued: 3 });
    await sound();
  });

  test('is over once a cancelled order has filled the stock, or the owner has raised it, and comes again', async () => {
    const { anna, owner, input, keyOf, row, warnings, communityId, sound } = await openWarned();
    await anna.get('points.exchange', input);
    await anna.get('points.exchange', input);
    await owner.get('points.cancelOrder', { ...keyOf(anna), reason: '缺货' });
    expect((await row())?.low).toEqual([]);
    await anna.get('points.exchange', input);
    expect(await warnings()).toMatchObject([{ left: 2 }, { left: 2 }]);
    const { draft } = await owner.get('campaign.preview', input);
    await owner.get('campaign.improve', { ...input, draft: { ...draft, parameters: { ...draft.parameters, stock: 40 } } });
    expect((await row())?.low).toEqual([]);
    await owner.get('campaign.end', input);
    expect((await row())?.low).toEqual([]);
    expect((await owner.get('promise.archive', { communityId })).lines.filter(({ reason }) => reason === 'stock_low')).toHaveLength(2);
    await sound();
  });
});

test('any order of earning, exchanging, cancelling and handing over keeps balances and stock as the ledger says', async () => {
  const step = fc.record({
    who: fc.constantFrom(0, 1),
    what: fc.constantFrom('earn', 'exchange', 'cancel', 'hand over'),
    n: fc.integer({ min: 1, max: 3 }),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), async (steps) => {
      const { anna, bob, owner, clerk, town, checkIn, input, keyOf, balance, left, sound } = await openExchange();
      for (const { who, what, n } of steps) {
        const person = who === 0 ? anna : bob;
        if (what === 'earn') {
          town.nextDay();
          await checkIn(person);
        } else if (what === 'exchange') await person.call('points.exchange', input);
        else if (what === 'cancel') await owner.call('points.cancelOrder', { ...keyOf(person, n), reason: '不做了' });
        else await clerk.call('points.handOver', keyOf(person, n));
        expect(await balance(person)).toBeGreaterThanOrEqual(0);
        expect(await left()).toBeGreaterThanOrEqual(0);
      }
      await sound();
    }),
    { numRuns: 15 },
  );
});
