// What is counted of each action: its name, how it ended and with which "no", and nothing about anybody.
import { describe, expect, test } from 'vitest';
import { createMemoryStore } from '#server/adapters/store-memory/create-memory-store';
import { Fault } from '#server/ports/fault';
import type { MeteredAction } from '#server/ports/meter';
import type { Store } from '#server/ports/store';
import { createTown, openShop } from '../support/town';

async function openMetered() {
  const told: MeteredAction[] = [];
  const memory = createMemoryStore();
  let trouble: Error | null = null;
  const store: Store = {
    ...memory,
    read: (ids) => (trouble === null ? memory.read(ids) : Promise.reject(trouble)),
  };
  const town = createTown({ store, meter: { action: (action) => void told.push(action) } });
  const shop = await openShop(town);
  const anna = await shop.member('anna');
  const last = () => {
    const { ms: _, ...rest } = told.at(-1) as MeteredAction;
    return rest;
  };
  const fail = (error: Error) => {
    trouble = error;
  };
  return { ...shop, anna, told, last, fail };
}

describe('an action that was answered is counted', () => {
  test('as done, refused or denied, with the code of the "no"', async () => {
    const { anna, last, communityId, publish } = await openMetered();
    const campaignId = await publish({ type: 'checkin_plan' });
    await anna.call('checkin.checkIn', { communityId, campaignId });
    expect(last()).toEqual({ action: 'checkin.checkIn', outcome: 'done', code: null });
    await anna.call('checkin.checkIn', { communityId, campaignId });
    expect(last()).toEqual({ action: 'checkin.checkIn', outcome: 'refused', code: 'already_checked_in' });
    await anna.call('analytics.today', { communityId });
    expect(last()).toEqual({ action: 'analytics.today', outcome: 'denied', code: 'co_owner_only' });
  });

  test('as a fault of the world, or as a bug of ours', async () => {
    const { anna, last, communityId, fail } = await openMetered();
    fail(new Fault('store_unavailable', 'the store does not answer'));
    await anna.call('community.home', { communityId });
    expect(last()).toEqual({ action: 'community.home', outcome: 'fault', code: 'try_again' });
    fail(new TypeError('nobody thought of this'));
    await anna.call('community.home', { communityId });
    expect(last()).toEqual({ action: 'community.home', outcome: 'bug', code: 'internal' });
  });

  test('under one name for all that the contract does not have, so that strangers make no new numbers', async () => {
    const { town, told, last } = await openMetered();
    for (const action of ['no.such', 'toString', '__proto__', 'x'.repeat(500)])
      await town.app.handle({ action, input: {}, credentials: { sessionToken: null } });
    expect(last()).toEqual({ action: 'unknown', outcome: 'denied', code: 'unknown_action' });
    expect(told.slice(-4).map(({ action }) => action)).toEqual(Array.from({ length: 4 }, () => 'unknown'));
  });
});

test('an action that took a second stands in the log, and one that took less does not', async () => {
  let tookMs = 999;
  let looks = 0;
  // Looked at as an action begins and as it ends.
  const stopwatch = () => (looks++ % 2 === 0 ? 0 : tookMs);
  const town = createTown({ stopwatch });
  const ask = () => town.app.handle({ action: 'community.mine', input: {}, credentials: { sessionToken: null } });
  await ask();
  expect(town.lines).toEqual([]);
  tookMs = 1_000;
  await ask();
  expect(town.lines.map(({ event, fields }) => [event, fields.ms])).toEqual([['slow', 1_000]]);
});
