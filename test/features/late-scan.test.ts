// Codes that were scanned without a network, through the real application: settled once, by the moment of the scan, within bounds.
import { describe, expect, test } from 'vitest';
import { dayStartAt } from '#core/values/day';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { openCounter } from '../support/counter';
import { type Resident, shanghai } from '../support/town';

/** A counter without a network: `note` is what a phone keeps of a scan, `settle` sends it later. */
async function openOffline(...given: Parameters<typeof openCounter>) {
  const counter = await openCounter(...given);
  const { communityId, anna, coupon, town, cashier } = counter;
  const note = async () => ({ code: (await anna.get('redemption.code', coupon)).code.token, scannedAt: town.now() });
  const look = (scan: { code: string; scannedAt: number }, by: Resident = cashier) => by.call('redemption.scan', { communityId, ...scan });
  const settle = async (scan: { code: string; scannedAt: number }, by: Resident = cashier, orderFen = 5_000) => {
    const found = await look(scan, by);
    if (!found.ok) return found;
    return by.call('redemption.confirm', { communityId, scanToken: found.value.scanToken, orderFen });
  };
  return { ...counter, note, look, settle };
}

describe('a code that was scanned without a network', () => {
  test('is redeemed hours later, counted when it is settled, and says when it was scanned', async () => {
    const { town, owner, cashier, communityId, note, settle } = await openOffline();
    const scan = await note();
    town.wait(5 * HOUR_MS);
    expect(await cashier.code('redemption.scan', { communityId, code: scan.code })).toBe('code_expired');
    expect(await settle(scan)).toMatchObject({ ok: true, value: { sum: { payFen: 4_500 }, redeemedAt: town.now() } });
    const { lines } = await owner.get('redemption.recent', { communityId });
    expect(lines).toMatchObject([{ redeemedAt: town.now(), scannedAt: scan.scannedAt, undoUntilAt: town.now() + DAY_MS }]);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('by two clerks of the same ticket is redeemed once: the second hears by whom and when', async () => {
    const { town, cashier, clerk, communityId, note, settle } = await openOffline();
    const second = await clerk('second-clerk');
    await cashier.get('membership.showName', { communityId, nickname: '小王' });
    const one = await note();
    town.wait(20 * SECOND_MS);
    const other = await note();
    town.wait(HOUR_MS);
    expect(await settle(one)).toMatchObject({ ok: true });
    expect(await settle(other, second)).toEqual({
      ok: false,
      code: 'already_redeemed',
      data: { redeemedAt: town.now(), clerk: '小王', offFen: 500 },
    });
  });

  test('by two clerks who settle at the same moment is redeemed once', async () => {
    const { town, cashier, clerk, communityId, note, look } = await openOffline();
    const second = await clerk('second-clerk');
    const scan = await note();
    town.wait(HOUR_MS);
    const codes = await Promise.all(
      [cashier, second].map(async (by) => {
        const found = await look(scan, by);
        if (!found.ok) throw new Error(found.code);
        return by.code('redemption.confirm', { communityId, scanToken: found.value.scanToken, orderFen: 5_000 });
      }),
    );
    expect(codes.sort()).toEqual(['already_redeemed', 'ok']);
  });

  test('whose answer was lost is answered like the first time, under the same request', async () => {
    const { town, cashier, communityId, note, look } = await openOffline();
    const scan = await note();
    town.wait(HOUR_MS);
    const found = await look(scan);
    if (!found.ok) throw new Error(found.code);
    const input = { communityId, scanToken: found.value.scanToken, orderFen: 5_000 };
    const first = await cashier.call('redemption.confirm', input, 'queued-request-1');
    town.wait(HOUR_MS);
    expect(await cashier.call('redemption.confirm', input, 'queued-request-1')).toEqual(first);
    expect(first.ok).toBe(true);
  });

  test('on the last day is good after midnight', async () => {
    const { town, note, settle, cashier, communityId } = await openOffline({ endsOn: '2026-03-10' });
    const midnight = dayStartAt('2026-03-11', shanghai);
    town.goTo(midnight - 1);
    const scan = await note();
    town.goTo(midnight + HOUR_MS);
    expect(await settle(scan)).toMatchObject({ ok: true });
    expect((await cashier.get('redemption.shift', { communityId })).clerks).toMatchObject([{ count: 1 }]);
  });

  test('is forgiven a clock that is a little wrong, and no more', async () => {
    const { town, note, look } = await openOffline();
    const { code, scannedAt } = await note();
    town.wait(HOUR_MS);
    const said = async (by: number) => {
      const reply = await look({ code, scannedAt: scannedAt + by });
      return reply.ok ? 'ok' : reply.code;
    };
    expect(await said(2 * MINUTE_MS)).toBe('ok');
    expect(await said(-2 * MINUTE_MS)).toBe('ok');
    for (const forged of [10 * MINUTE_MS, HOUR_MS, DAY_MS, -10 * MINUTE_MS, -DAY_MS]) expect(await said(forged)).toBe('code_expired');
  });

  test('cannot be kept for tomorrow: twelve hours after it was issued it is too old, whatever the phone says', async () => {
    const { town, note, settle } = await openOffline();
    const { code } = await note();
    town.wait(12 * HOUR_MS + MINUTE_MS);
    for (const scannedAt of [town.now(), town.now() - HOUR_MS, town.now() - 12 * HOUR_MS]) {
      expect(await settle({ code, scannedAt })).toEqual({ ok: false, code: 'scan_too_old', data: { hours: 12 } });
    }
  });

  test('is worth nothing as an old picture once the coupon was used and given back', async () => {
    const { town, owner, coupon, note, settle, redeem } = await openOffline();
    const picture = await note();
    await redeem();
    town.wait(MINUTE_MS);
    await owner.get('redemption.undo', { ...coupon, reason: '扫错了' });
    town.wait(MINUTE_MS);
    expect(await settle(picture)).toMatchObject({ ok: false, code: 'code_expired' });
    expect(await settle(await note())).toMatchObject({ ok: true });
  });

  test('of a coupon that is void by now stays void', async () => {
    const { town, anna, communityId, note, settle } = await openOffline();
    const scan = await note();
    await anna.get('membership.erase', { communityId });
    town.wait(HOUR_MS);
    expect(await settle(scan)).toMatchObject({ ok: false, code: 'coupon_void' });
  });

  test('names the reasons in their order: the threshold comes last', async () => {
    const { town, note, settle, redeem } = await openOffline();
    const scan = await note();
    town.wait(HOUR_MS);
    expect(await settle(scan, undefined, 100)).toMatchObject({ code: 'below_threshold' });
    expect(await settle(scan, undefined, 0)).toMatchObject({ code: 'order_missing' });
    await redeem();
    expect(await settle(scan, undefined, 0)).toMatchObject({ code: 'already_redeemed' });
  });
});

describe('nobody else', () => {
  test('settles: no member, no clerk of another shop, no clerk who is none any more', async () => {
    const { town, anna, cashier, appoint, communityId, note, look } = await openOffline();
    const scan = await note();
    town.wait(HOUR_MS);
    expect(await anna.call('redemption.scan', { communityId, ...scan })).toMatchObject({ code: 'clerk_only' });
    const found = await look(scan);
    if (!found.ok) throw new Error(found.code);
    await appoint(cashier, 'member');
    expect(await cashier.code('redemption.confirm', { communityId, scanToken: found.value.scanToken, orderFen: 5_000 })).toBe('clerk_only');
  });

  test('makes a code up, or settles digits: they do not say when they were made', async () => {
    const { town, anna, coupon, look } = await openOffline();
    const { code } = await anna.get('redemption.code', coupon);
    const scannedAt = town.now();
    const [number = '', , signed = ''] = code.token.split('~');
    const later = `${number}~${(code.issuedAt + HOUR_MS).toString(36)}~${signed}`;
    for (const forged of [code.digits, later, 'hello']) {
      expect(await look({ code: forged, scannedAt })).toEqual({ ok: false, code: 'code_unknown', data: {} });
    }
  });
});
