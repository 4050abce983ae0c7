// The counter: digits in any writing, sums to the fen, one redemption per confirmation.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createCounter, sumFor } from '#app/features/redemption/create-counter';
import { groupedDigits } from '#app/features/redemption/grouped-digits';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

const ticket = { couponId: 'c1/coupon/k1/m1/1', benefit: { kind: 'amount_off' as const, amountOffFen: 500 }, thresholdFen: 3_000 };
const found = { scanToken: 'scan-1', ticket, holder: { memberId: 'm1', name: null, tag: 'AB12' } };
const redeemed = { sum: { orderFen: 3_550, offFen: 500, payFen: 3_050 }, redeemedAt: 1_000 };

function counterWith(script: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const transport = scriptTransport({ 'redemption.scan': [good(found)], ...script });
  let lists = 0;
  const counter = createCounter({
    caller: createCaller({ send: transport.send, wait: () => Promise.resolve() }),
    newId: countedIds(),
    onRedeemed: () => {
      lists += 1;
    },
    late: { note: () => true },
    now: () => 0,
  });
  const confirmations = () => transport.sent.filter(({ action }) => action === 'redemption.confirm');
  return { counter, transport, confirmations, listsAsked: () => lists };
}

async function atTheAmount(script: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const all = counterWith(script);
  await all.counter.scanned('c1', 'token-of-a-qr-code');
  all.counter.typeOrder('35.50');
  return all;
}

test('ten digits are found however they are typed', async () => {
  const { counter, transport } = counterWith({});
  counter.type('１２３４５ 67890 11');
  expect(counter.store.getState().digits).toBe('1234567890');
  expect(groupedDigits('1234567890')).toBe('123 456 7890');
  await counter.check('c1');
  expect(transport.sent).toEqual([{ action: 'redemption.scan', input: { communityId: 'c1', code: '1234567890' }, requestId: undefined }]);
  expect(counter.store.getState()).toMatchObject({ found, digits: '' });
});

test('fewer digits are not sent', async () => {
  const { counter, transport } = counterWith({});
  counter.type('12345');
  await counter.check('c1');
  expect(transport.sent).toEqual([]);
});

test('a camera that saw no code says so and sends nothing', async () => {
  const { counter, transport } = counterWith({});
  await counter.scanned('c1', null);
  expect(counter.store.getState().sawNothing).toBe(true);
  expect(transport.sent).toEqual([]);
});

test.each([
  ['30', { kind: 'sum', orderFen: 3_000, offFen: 500, payFen: 2_500 }],
  ['35.1', { kind: 'sum', orderFen: 3_510, offFen: 500, payFen: 3_010 }],
  ['29.99', { kind: 'below', missingFen: 1 }],
  ['', { kind: 'none' }],
  ['3x', { kind: 'problem', problem: 'not_money' }],
])('an order of %s yuan comes to its exact sum', (text, sum) => {
  expect(sumFor(ticket, text)).toEqual(sum);
});

test('a coupon never takes off more than the order', () => {
  expect(sumFor({ ...ticket, thresholdFen: 0 }, '3')).toEqual({ kind: 'sum', orderFen: 300, offFen: 300, payFen: 0 });
  expect(sumFor({ ...ticket, thresholdFen: 0 }, '0')).toEqual({ kind: 'none' });
});

test('what is handed over without an order is confirmed at once', async () => {
  const gift = { ...ticket, benefit: { kind: 'gift' as const, item: '豆浆一杯' }, thresholdFen: 0 };
  expect(sumFor(gift, '')).toEqual({ kind: 'sum', orderFen: 0, offFen: 0, payFen: 0 });
  expect(sumFor({ ...gift, thresholdFen: 1 }, '')).toEqual({ kind: 'none' });
  const priced = { kind: 'group_price' as const, item: '吐司', priceFen: 990, referenceFen: 1_500, quantity: 2 };
  expect(sumFor({ ...gift, benefit: priced }, '')).toEqual({ kind: 'sum', orderFen: 3_000, offFen: 1_020, payFen: 1_980 });
});

test('a double confirmation redeems once', async () => {
  const { counter, confirmations, listsAsked } = await atTheAmount({ 'redemption.confirm': [good(redeemed)] });
  await Promise.all([counter.confirm(), counter.confirm()]);
  expect(confirmations()).toEqual([
    { action: 'redemption.confirm', input: { communityId: 'c1', scanToken: 'scan-1', orderFen: 3_550 }, requestId: 'tap-1' },
  ]);
  expect(counter.store.getState()).toMatchObject({ found: null, done: { ...redeemed, found }, orderText: '' });
  expect(listsAsked()).toBe(1);
});

test('a lost confirmation is confirmed again under the same id, with the ticket and the amount still there', async () => {
  const { counter, confirmations } = await atTheAmount({ 'redemption.confirm': ['lost', 'lost', 'lost', good(redeemed)] });
  await counter.confirm();
  expect(counter.store.getState()).toMatchObject({ redeeming: false, found, orderText: '35.50', no: { code: 'offline' } });
  await counter.confirm();
  expect(counter.store.getState().done).toMatchObject(redeemed);
  expect(new Set(confirmations().map(({ requestId }) => requestId))).toEqual(new Set(['tap-1']));
});

test('nothing is confirmed below the threshold', async () => {
  const { counter, confirmations } = await atTheAmount({});
  counter.typeOrder('12');
  await counter.confirm();
  expect(confirmations()).toEqual([]);
});

test('a scan that is too old is scanned again, and the amount stays', async () => {
  const { counter } = await atTheAmount({ 'redemption.confirm': [no('scan_expired', { minutes: 5 })] });
  await counter.confirm();
  expect(counter.store.getState()).toMatchObject({ found: null, orderText: '35.50', no: { code: 'scan_expired' } });
});

test('a second scan says when and by whom it was redeemed', async () => {
  const { counter } = counterWith({ 'redemption.scan': [no('already_redeemed', { redeemedAt: 5, clerk: '小陈' })] });
  await counter.scanned('c1', 'token');
  expect(counter.store.getState()).toMatchObject({ found: null, no: { code: 'already_redeemed', data: { redeemedAt: 5, clerk: '小陈' } } });
});

test('the next customer begins with nothing of the one before', async () => {
  const { counter } = await atTheAmount({ 'redemption.confirm': [good(redeemed)] });
  await counter.confirm();
  counter.next();
  expect(counter.store.getState()).toEqual({
    digits: '',
    orderText: '',
    looking: false,
    found: null,
    redeeming: false,
    done: null,
    no: null,
    sawNothing: false,
    unheard: null,
    noted: null,
    notKept: false,
  });
});
