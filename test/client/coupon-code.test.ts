// The rotating code at the counter: good while it is shown, renewed in time, gone once the coupon is used.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createCouponCode } from '#app/features/redemption/ticket-store';
import { good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

const ticket = { couponId: 'c1/coupon/1', state: 'usable' };
const code = (digits: string) => good({ ticket, code: { digits, token: `t${digits}`, issuedAt: 9_000_000, expiresAt: 9_060_000 } });

function codeOf(...answers: ScriptedAnswer[]) {
  const transport = scriptTransport({ 'redemption.code': answers });
  let at = 1_000;
  const couponCode = createCouponCode(
    createCaller({ send: transport.send, wait: () => Promise.resolve() }),
    { communityId: 'c1', couponId: 'c1/coupon/1' },
    () => at,
  );
  const settle = async () => {
    while (couponCode.store.getState().loading) await new Promise(setImmediate);
  };
  const after = async (ms: number) => {
    at += ms;
    couponCode.tick();
    await settle();
  };
  return { couponCode, transport, after };
}

test('a code counts down on the phone’s own clock, whatever the server’s says', async () => {
  const { couponCode, after } = codeOf(code('1'), code('2'));
  await couponCode.refresh();
  expect(couponCode.store.getState().leftMs).toBe(60_000);
  await after(5_000);
  expect(couponCode.store.getState()).toMatchObject({ leftMs: 55_000, code: { digits: '1' } });
});

test('while a code is good, looking whether the coupon was used does not exchange it', async () => {
  const { couponCode, transport, after } = codeOf(code('1'), code('2'));
  await couponCode.refresh();
  await after(20_000);
  expect(transport.sent).toHaveLength(2);
  expect(couponCode.store.getState().code?.digits).toBe('1');
});

test('shortly before its end a code is exchanged for a new one', async () => {
  const { couponCode, after } = codeOf(code('1'), code('2'));
  await couponCode.refresh();
  await after(55_000);
  expect(couponCode.store.getState()).toMatchObject({ code: { digits: '2' }, leftMs: 60_000 });
});

test('without network a code stays until its own end, and not a moment longer', async () => {
  const { couponCode, after } = codeOf(code('1'), 'lost');
  await couponCode.refresh();
  await after(30_000);
  expect(couponCode.store.getState()).toMatchObject({ code: { digits: '1' }, no: { code: 'offline' } });
  await after(30_000);
  expect(couponCode.store.getState()).toMatchObject({ code: null, leftMs: 0 });
});

test('once the clerk has redeemed the coupon its code is gone', async () => {
  const { couponCode, transport, after } = codeOf(code('1'), no('already_redeemed', { redeemedAt: 1, clerk: '小陈', offFen: 500 }));
  await couponCode.refresh();
  await after(12_000);
  expect(couponCode.store.getState()).toMatchObject({ code: null, no: { code: 'already_redeemed' } });
  await after(60_000);
  expect(transport.sent).toHaveLength(2);
});
