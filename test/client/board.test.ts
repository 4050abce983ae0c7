// The board on the phone: the switch that hides moves at once, and back when the server says no.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createBoards } from '#app/features/leaderboard/board-store';
import { sayNo } from '#app/i18n/say';
import { zhCn } from '#app/i18n/zh-cn';
import { countedIds, good, no, scriptTransport } from '../support/scripted-transport';

const board = (hidden: boolean) => ({
  kind: 'checkin',
  period: 'league',
  isOver: false,
  fromOn: null,
  untilOn: null,
  total: 1,
  hidden,
  mine: null,
  top: [],
  around: [],
  at: 1,
});

function boardsOf(script: Parameters<typeof scriptTransport>[0]) {
  const transport = scriptTransport(script);
  const boards = createBoards(createCaller({ send: transport.send, wait: () => Promise.resolve() }), 'c1', countedIds(), () => 5);
  return { boards, transport };
}

test('hiding shows at once and then is the server’s word', async () => {
  const { boards } = boardsOf({
    'leaderboard.board': [good(board(false)), good(board(true))],
    'leaderboard.hide': [good({ hidden: true })],
  });
  await boards.refresh();
  const hiding = boards.hide(true);
  expect(boards.store.getState().hiddenHoped).toBe(true);
  await hiding;
  expect(boards.store.getState()).toMatchObject({ hiddenHoped: null, hideNo: null, value: { hidden: true } });
});

test('a switch that the server refuses goes back and says why, with the next step', async () => {
  const { boards } = boardsOf({ 'leaderboard.board': [good(board(false))], 'leaderboard.hide': [no('slow_down', { seconds: 20 })] });
  await boards.refresh();
  await boards.hide(true);
  const { hiddenHoped, hideNo, value } = boards.store.getState();
  expect({ hiddenHoped, hidden: value?.hidden }).toEqual({ hiddenHoped: null, hidden: false });
  const sentence = hideNo === null ? null : sayNo(zhCn, hideNo);
  expect(sentence?.reason).not.toBe('');
  expect(sentence?.next).toContain('20');
});

test('tapping the switch twice sends one change', async () => {
  const { boards, transport } = boardsOf({ 'leaderboard.board': [good(board(true))], 'leaderboard.hide': [good({ hidden: true })] });
  await Promise.all([boards.hide(true), boards.hide(true)]);
  expect(transport.sent.filter(({ action }) => action === 'leaderboard.hide')).toHaveLength(1);
});

test('a board that was seen before is on show while it is asked for again', async () => {
  const month = { ...board(false), period: 'month' };
  const { boards } = boardsOf({ 'leaderboard.board': [good(board(false)), good(month), good(board(false))] });
  await boards.refresh();
  await boards.choose('checkin', 'month');
  const back = boards.choose('checkin', 'league');
  expect(boards.store.getState().value?.period).toBe('league');
  await back;
});
