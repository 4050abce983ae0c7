// When the world fails, or we do: the phone hears a reference and nothing else, the log hears everything else, nothing is half done.
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#core/values/instant';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { checkData } from '#server/app/check-data';
import { Fault } from '#server/ports/fault';
import type { Store } from '#server/ports/store';
import { openCounter } from '../support/counter';
import { createTown, openShop } from '../support/town';

/** A store that can be made unreachable before, or, which is worse, after a decision was written. */
function unreliableStore() {
  const store = createMemoryStore();
  let trouble: 'none' | 'before' | 'after' = 'none';
  const fail = () => new Fault('store_unavailable', 'postgres://secret-host:5432 does not answer');
  const unreliable: Store = {
    ...store,
    async read(ids) {
      if (trouble !== 'none') throw fail();
      return store.read(ids);
    },
    async decide(ids, work) {
      if (trouble === 'before') throw fail();
      const reply = await store.decide(ids, work);
      if (trouble === 'after') throw fail();
      return reply;
    },
  };
  return {
    store: unreliable,
    set(next: typeof trouble) {
      trouble = next;
    },
  };
}

async function openUnreliable() {
  const { store, set } = unreliableStore();
  const shop = await openShop(createTown({ store }));
  const campaignId = await shop.publish({ type: 'checkin_plan' });
  const anna = await shop.member('anna');
  return { ...shop, set, anna, tap: { communityId: shop.communityId, campaignId } };
}

describe('a store that does not answer', () => {
  test('is try again with a reference, and the log has the error under that reference', async () => {
    const { anna, tap, set, town, communityId } = await openUnreliable();
    set('before');
    for (const reply of [await anna.call('checkin.checkIn', tap), await anna.call('community.home', { communityId })]) {
      expect(reply).toEqual({ ok: false, code: 'try_again', data: { reference: expect.stringMatching(/^[a-z2-7]{8}$/) } });
      expect(JSON.stringify(reply)).not.toContain('secret');
      const line = town.lines.find(({ fields }) => !reply.ok && fields['reference'] === (reply.data as { reference: string }).reference);
      expect(line).toMatchObject({ level: 'warning', event: 'fault', fields: { code: 'store_unavailable' } });
      expect(line?.error).toBeInstanceOf(Fault);
    }
  });

  test('loses nothing: the same request sent again succeeds once', async () => {
    const { anna, tap, set, communityId } = await openUnreliable();
    set('before');
    expect(await anna.code('checkin.checkIn', tap, 'tap-number-one')).toBe('try_again');
    set('none');
    expect(await anna.get('checkin.checkIn', tap, 'tap-number-one')).toMatchObject({ pointsEarned: 5 });
    expect((await anna.get('points.statement', { communityId })).lines).toHaveLength(1);
  });

  test('after it has written does nothing twice: the same request sent again gets the answer that was lost', async () => {
    const { anna, tap, set, communityId, town } = await openUnreliable();
    set('after');
    expect(await anna.code('checkin.checkIn', tap, 'tap-number-one')).toBe('try_again');
    set('none');
    expect(await anna.get('checkin.checkIn', tap, 'tap-number-one')).toMatchObject({ pointsEarned: 5, streakDays: 1 });
    expect(await anna.code('checkin.checkIn', tap)).toBe('already_checked_in');
    expect((await anna.get('points.statement', { communityId })).balance).toBe(5);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('leaves no trace of a use at the counter that did not come about, and one trace of one whose answer was lost', async () => {
    const { store, set } = unreliableStore();
    const { anna, cashier, owner, communityId, town, scan } = await openCounter({}, createTown({ store }));
    const confirm = { communityId, scanToken: await scan(), orderFen: 5_000 };
    const picture = async () => ({
      states: (await anna.get('coupon.wallet', { communityId })).tickets.map(({ state }) => state),
      lines: (await owner.get('redemption.recent', { communityId })).lines.length,
      redeemed: (await owner.get('analytics.today', { communityId })).campaigns[0]?.funnel.redeemed,
    });
    const before = await picture();
    expect(before).toEqual({ states: ['usable'], lines: 0, redeemed: 0 });
    set('before');
    expect(await cashier.code('redemption.confirm', confirm, 'tap-number-one')).toBe('try_again');
    set('none');
    expect(await picture()).toEqual(before);
    set('after');
    expect(await cashier.code('redemption.confirm', confirm, 'tap-number-one')).toBe('try_again');
    set('none');
    expect(await cashier.code('redemption.confirm', confirm, 'tap-number-one')).toBe('ok');
    expect(await cashier.code('redemption.confirm', confirm)).toBe('already_redeemed');
    expect(await picture()).toEqual({ states: ['redeemed'], lines: 1, redeemed: 1 });
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('because it has been closed is try again as well', async () => {
    const { anna, communityId, town } = await openShopWithAnna();
    await town.store.close();
    expect(await anna.code('community.home', { communityId })).toBe('try_again');
    expect(await anna.code('leaderboard.hide', { communityId, hidden: true })).toBe('try_again');
    expect(town.lines.map(({ fields }) => fields['code'])).toEqual(['store_closed', 'store_closed']);
  });
});

describe('a mistake of ours', () => {
  test('is internal with a reference: no message, no stack, no path', async () => {
    const clock = {
      now() {
        throw new TypeError('the secret of /srv/inside is broken');
      },
    };
    const town = createTown({ clock });
    const reply = await town.person('anna').call('community.home', { communityId: 'fruit' });
    expect(reply).toEqual({ ok: false, code: 'internal', data: { reference: expect.stringMatching(/^[a-z2-7]{8}$/) } });
    expect(town.lines).toMatchObject([{ level: 'error', event: 'bug', fields: { action: 'community.home', code: 'bug' } }]);
    expect(town.lines[0]?.error).toBeInstanceOf(TypeError);
  });

  test('in a stored document stops that action alone', async () => {
    const { anna, communityId, town, plan, drop } = await openShopWithAnna();
    const id = `${communityId}/stock/${plan}`;
    await town.store.decide([id], () => ({
      reply: null,
      writes: [{ kind: 'put', document: { id, campaignId: plan, pointsReserved: 'many' } }],
    }));
    const written = town.written();
    expect(await anna.code('checkin.checkIn', { communityId, campaignId: plan })).toBe('internal');
    expect(town.written()).toBe(written);
    expect(await anna.code('coupon.claim', { communityId, campaignId: drop })).toBe('ok');
  });

  test('is never written into the log with what a person typed', async () => {
    const { set, anna, town, communityId } = await openUnreliable();
    set('before');
    await anna.call('membership.showName', { communityId, nickname: '安娜的名字' });
    expect(JSON.stringify(town.lines.map(({ fields }) => fields))).not.toContain('安娜的名字');
  });
});

describe('somebody in a hurry', () => {
  test('is told to slow down, and for how long; others go on', async () => {
    const town = createTown({ actionsPerMinute: 60 });
    const [anna, bob] = [town.person('anna'), town.person('bob')];
    const replies = await Promise.all(Array.from({ length: 40 }, () => anna.call('community.mine', {})));
    expect(replies.filter((reply) => reply.ok)).toHaveLength(15);
    expect(replies.filter((reply) => !reply.ok)[0]).toEqual({ ok: false, code: 'slow_down', data: { seconds: 1 } });
    expect(await bob.code('community.mine', {})).toBe('ok');
    town.wait(1_000);
    expect([await anna.code('community.mine', {}), await anna.code('community.mine', {})]).toEqual(['ok', 'slow_down']);
    town.wait(MINUTE_MS);
    expect(await anna.code('community.mine', {})).toBe('ok');
  });

  test('is slowed down for what cannot be understood as well', async () => {
    const town = createTown({ actionsPerMinute: 60 });
    const anna = town.person('anna');
    const codes: string[] = [];
    for (let time = 0; time < 20; time += 1) {
      const reply = await anna.send('coupon.claim', { nonsense: true }, 'request-1');
      codes.push(reply.ok ? 'ok' : reply.code);
    }
    expect(codes.filter((code) => code === 'invalid_input')).toHaveLength(15);
    expect(codes.at(-1)).toBe('slow_down');
  });
});

async function openShopWithAnna() {
  const shop = await openShop();
  const plan = await shop.publish({ type: 'checkin_plan' });
  const drop = await shop.publish({ type: 'coupon_drop' });
  return { ...shop, plan, drop, anna: await shop.member('anna') };
}
