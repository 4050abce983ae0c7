// A counter without a network: what is noted survives, is settled one by one, once, and never called redeemed before the server said so.
import { describe, expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createCounter } from '#app/features/redemption/create-counter';
import { createLateScans } from '#app/features/redemption/create-late-scans';
import { recallScans } from '#app/features/redemption/kept-scans';
import { keepTill, recallTill } from '#app/features/redemption/kept-till';
import { createServerClock } from '#app/features/redemption/server-clock';
import { countedIds, good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

const ticket = { couponId: 'c1/coupon/k1/m1/1', title: '老客券', benefit: { kind: 'amount_off', amountOffFen: 500 }, thresholdFen: 3_000 };
const found = { scanToken: 'scan-1', ticket, holder: { memberId: 'm1', name: null, tag: 'AB12' } };
const redeemed = { sum: { orderFen: 3_550, offFen: 500, payFen: 3_050 }, redeemedAt: 1_000 };
const used = no('already_redeemed', { redeemedAt: 5, clerk: '小陈' });

/** A phone's storage; a full one keeps nothing. */
function storage(isFull = false) {
  const kept = new Map<string, string>();
  return {
    recall: (name: string) => kept.get(name) ?? null,
    remember(name: string, value: string | null) {
      if (value === null) kept.delete(name);
      else if (!isFull) kept.set(name, value);
    },
  };
}

function counterOn(memory: ReturnType<typeof storage>, script: Readonly<Record<string, readonly ScriptedAnswer[]>>) {
  const transport = scriptTransport(script);
  const caller = createCaller({ send: transport.send, wait: () => Promise.resolve() });
  let lists = 0;
  const onRedeemed = () => {
    lists += 1;
  };
  const late = createLateScans(caller, memory, onRedeemed);
  const counter = createCounter({ caller, newId: countedIds(), onRedeemed, late, now: () => 7_000 });
  const sent = (action: string) => transport.sent.filter((request) => request.action === action);
  return { counter, late, sent, listsAsked: () => lists };
}

const lost: readonly ScriptedAnswer[] = ['lost'];
const code = (n: number) => `12345${n}~abc~signed`;

/** A phone that has noted so many scans, each of another coupon. */
async function noted(memory: ReturnType<typeof storage>, count: number): Promise<void> {
  const { counter, late } = counterOn(memory, { 'redemption.scan': lost });
  for (let n = 0; n < count; n += 1) {
    await counter.scanned('c1', code(n));
    counter.typeOrder('35.50');
    counter.note();
  }
  expect(late.store.getState().waiting).toHaveLength(count);
}

describe('without a network', () => {
  test('a scan is noted with its moment and its order, and is not called redeemed', async () => {
    const memory = storage();
    const { counter, late } = counterOn(memory, { 'redemption.scan': lost });
    await counter.scanned('c1', code(1));
    expect(counter.store.getState()).toMatchObject({ unheard: { code: code(1), scannedAt: 7_000 }, no: null, done: null });
    counter.typeOrder('35.50');
    counter.note();
    expect(counter.store.getState()).toMatchObject({ noted: 3_550, done: null, unheard: null, orderText: '' });
    expect(late.store.getState().waiting).toEqual([
      { requestId: 'tap-1', communityId: 'c1', code: code(1), scannedAt: 7_000, orderFen: 3_550, scanToken: null },
    ]);
  });

  test('digits are not noted: nobody can tell later whether they were good', async () => {
    const { counter } = counterOn(storage(), { 'redemption.scan': lost });
    counter.type('1234567890');
    await counter.check('c1');
    expect(counter.store.getState()).toMatchObject({ unheard: null, no: { code: 'offline' }, digits: '1234567890' });
  });

  test('what is no amount is not noted; no amount is, for what needs none', async () => {
    const { counter, late } = counterOn(storage(), { 'redemption.scan': lost });
    await counter.scanned('c1', code(1));
    counter.typeOrder('3x');
    counter.note();
    expect(late.store.getState().waiting).toEqual([]);
    counter.typeOrder('');
    counter.note();
    expect(late.store.getState().waiting).toMatchObject([{ orderFen: 0 }]);
  });

  test('the same code is noted once, and another code of the same coupon is pointed out', async () => {
    const { counter, late } = counterOn(storage(), { 'redemption.scan': lost });
    for (let time = 0; time < 2; time += 1) {
      await counter.scanned('c1', code(1));
      counter.note();
    }
    expect(late.store.getState().waiting).toHaveLength(1);
    expect(late.hasLike('123451~later~signed')).toBe(true);
    expect(late.hasLike(code(2))).toBe(false);
  });

  test('a phone that cannot keep it says so, and has noted nothing', async () => {
    const { counter, late } = counterOn(storage(true), { 'redemption.scan': lost });
    await counter.scanned('c1', code(1));
    counter.note();
    expect(counter.store.getState()).toMatchObject({ notKept: true, noted: null });
    expect(late.store.getState().waiting).toEqual([]);
  });
});

describe('when the network is back', () => {
  test('after a restart all are settled, the oldest first, each under the id that it was noted with', async () => {
    const memory = storage();
    await noted(memory, 2);
    const { late, sent, listsAsked } = counterOn(memory, {
      'redemption.scan': [good(found), good({ ...found, scanToken: 'scan-2' })],
      'redemption.confirm': [good(redeemed)],
    });
    await late.settle();
    expect(sent('redemption.scan').map(({ input }) => input)).toEqual([
      { communityId: 'c1', code: code(0), scannedAt: 7_000 },
      { communityId: 'c1', code: code(1), scannedAt: 7_000 },
    ]);
    expect(sent('redemption.confirm')).toEqual([
      { action: 'redemption.confirm', input: { communityId: 'c1', scanToken: 'scan-1', orderFen: 3_550 }, requestId: 'tap-1' },
      { action: 'redemption.confirm', input: { communityId: 'c1', scanToken: 'scan-2', orderFen: 3_550 }, requestId: 'tap-2' },
    ]);
    expect(late.store.getState()).toMatchObject({ waiting: [], refused: [], settled: [{ title: '老客券' }, { title: '老客券' }] });
    expect(recallScans(memory).waiting).toEqual([]);
    expect(listsAsked()).toBe(2);
  });

  test('a lost answer is asked for again with the same scan under the same id, after a restart too', async () => {
    const memory = storage();
    await noted(memory, 1);
    const first = counterOn(memory, { 'redemption.scan': [good(found)], 'redemption.confirm': lost });
    await first.late.settle();
    expect(first.late.store.getState()).toMatchObject({ waiting: [{ scanToken: 'scan-1' }], settled: [], stopped: { code: 'offline' } });
    const second = counterOn(memory, { 'redemption.confirm': [good(redeemed)] });
    await second.late.settle();
    expect(second.sent('redemption.scan')).toEqual([]);
    expect(second.sent('redemption.confirm')).toEqual([
      { action: 'redemption.confirm', input: { communityId: 'c1', scanToken: 'scan-1', orderFen: 3_550 }, requestId: 'tap-1' },
    ]);
    expect(second.late.store.getState()).toMatchObject({ waiting: [], settled: [{ requestId: 'tap-1' }] });
  });

  test('one that was used elsewhere is a conflict with its reason, kept until it is put away; the others go through', async () => {
    const memory = storage();
    await noted(memory, 2);
    const { late } = counterOn(memory, { 'redemption.scan': [used, good(found)], 'redemption.confirm': [good(redeemed)] });
    await late.settle();
    const conflict = { requestId: 'tap-1', no: { code: 'already_redeemed', data: { clerk: '小陈' } } };
    expect(late.store.getState()).toMatchObject({ waiting: [], refused: [conflict], settled: [{ requestId: 'tap-2' }] });
    expect(counterOn(memory, {}).late.store.getState().refused).toMatchObject([conflict]);
    late.putAway('tap-1');
    expect(counterOn(memory, {}).late.store.getState().refused).toEqual([]);
  });

  test.each(['offline', 'try_again', 'slow_down', 'session_expired', 'blocked', 'clerk_only'])(
    '%s says nothing about the coupon: it waits on',
    async (said) => {
      const memory = storage();
      await noted(memory, 2);
      const { late, sent } = counterOn(memory, { 'redemption.scan': said === 'offline' ? lost : [no(said)] });
      await late.settle();
      expect(late.store.getState()).toMatchObject({ refused: [], settling: false, stopped: { code: said } });
      expect(late.store.getState().waiting).toHaveLength(2);
      expect(new Set(sent('redemption.scan').map(({ input }) => (input as { code: string }).code))).toEqual(new Set([code(0)]));
    },
  );

  test('a look that ran out is looked at again; what can never be told is refused', async () => {
    const memory = storage();
    await noted(memory, 1);
    const out = no('scan_expired', { minutes: 5 });
    const { late, sent } = counterOn(memory, { 'redemption.scan': [good(found)], 'redemption.confirm': [out, good(redeemed)] });
    await late.settle();
    expect(sent('redemption.scan')).toHaveLength(2);
    expect(late.store.getState()).toMatchObject({ waiting: [], settled: [{ requestId: 'tap-1' }] });
  });

  test('two askings at once send each note once', async () => {
    const memory = storage();
    await noted(memory, 1);
    const { late, sent } = counterOn(memory, { 'redemption.scan': [good(found)], 'redemption.confirm': [good(redeemed)] });
    await Promise.all([late.settle(), late.settle()]);
    expect(sent('redemption.confirm')).toHaveLength(1);
  });
});

test('a confirmation whose answer was lost can be noted, and keeps its id and its scan', async () => {
  const memory = storage();
  const { counter, late } = counterOn(memory, { 'redemption.scan': [good(found)], 'redemption.confirm': lost });
  await counter.scanned('c1', code(1));
  counter.typeOrder('35.50');
  await counter.confirm();
  expect(counter.store.getState()).toMatchObject({ found, no: { code: 'offline' }, unheard: { requestId: 'tap-1', scanToken: 'scan-1' } });
  counter.note();
  expect(late.store.getState().waiting).toMatchObject([{ requestId: 'tap-1', scanToken: 'scan-1', orderFen: 3_550 }]);
});

test('what is unreadable in the storage is nothing, and stops nobody', () => {
  const memory = storage();
  for (const text of ['{', '7', '{"waiting":3}', 'null']) {
    memory.remember('scans', text);
    expect(recallScans(memory)).toEqual({ waiting: [], refused: [] });
  }
});

test('a clock that is wrong is set right by the server, and stays right after a restart', () => {
  const memory = storage();
  createServerClock(memory, () => 100).learn(5_000, 100);
  expect(createServerClock(memory, () => 200).now()).toBe(5_100);
});

test('a counter opens where it stood last time, and not for somebody who is no clerk any more', () => {
  const memory = storage();
  const home = (role: string) => ({ community: { communityId: 'c1', zone: 'Asia/Shanghai' }, me: { role } }) as never;
  expect(recallTill(memory)).toBeNull();
  keepTill(memory, home('clerk'));
  expect(recallTill(memory)).toEqual({ communityId: 'c1', zone: 'Asia/Shanghai' });
  keepTill(memory, home('member'));
  expect(recallTill(memory)).toBeNull();
});
