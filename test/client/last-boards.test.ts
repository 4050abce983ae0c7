// The boards of last week and last month on the phone: asked for once each, and nothing stands there while nothing is known.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createLastBoards } from '#app/features/leaderboard/last-boards';
import { good, no, scriptTransport } from '../support/scripted-transport';

const season = { fromOn: '2026-03-02', untilOn: '2026-03-08', total: 0, top: [], mine: null };

function lastsOf(script: Parameters<typeof scriptTransport>[0]) {
  const transport = scriptTransport(script);
  return { transport, lasts: createLastBoards(createCaller({ send: transport.send, wait: () => Promise.resolve() }), 'c1') };
}

test('a board’s last week is one thing, however often it is looked at, and its last month another', async () => {
  const { lasts, transport } = lastsOf({ 'leaderboard.last': [good(season)] });
  const week = lasts.of('checkin', 'week');
  await week.refresh();
  expect(lasts.of('checkin', 'week')).toBe(week);
  expect(week.store.getState().value).toEqual({ season });
  await lasts.of('checkin', 'month').refresh();
  expect(transport.sent.map(({ input }) => input)).toEqual([
    { communityId: 'c1', kind: 'checkin', period: 'week' },
    { communityId: 'c1', kind: 'checkin', period: 'month' },
  ]);
});

test('that there has been none yet is an answer, and no failure', async () => {
  const { lasts } = lastsOf({ 'leaderboard.last': [no('not_found', { what: 'season' })] });
  const week = lasts.of('invite', 'week');
  await week.refresh();
  expect(week.store.getState()).toMatchObject({ value: { season: null }, no: null });
});

test('without a network nothing is known, and it can be asked for again', async () => {
  const { lasts } = lastsOf({ 'leaderboard.last': ['lost', 'lost', 'lost', good(season)] });
  const week = lasts.of('checkin', 'week');
  await week.refresh();
  expect(week.store.getState()).toMatchObject({ value: null, no: { code: 'offline' } });
  await week.refresh();
  expect(week.store.getState().value).toEqual({ season });
});
