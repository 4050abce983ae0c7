// The counter through the real application: a coupon is used once, by one clerk, and a second scan says when and by whom.
import { describe, expect, test } from 'vitest';
import { dayStartAt } from '#core/values/day';
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#core/values/instant';
import { openCounter } from '../support/counter';
import { openShop, shanghai, teaHouse } from '../support/town';

describe('the code in the wallet', () => {
  test('works as digits, as a picture, with blanks and in full-width digits', async () => {
    const { anna, cashier, coupon, communityId } = await openCounter();
    const { code } = await anna.get('redemption.code', coupon);
    const wide = code.digits.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    for (const typed of [code.digits, code.token, ` ${code.digits.slice(0, 3)} ${code.digits.slice(3)} `, wide]) {
      const scanned = await cashier.get('redemption.scan', { communityId, code: typed });
      expect(scanned.ticket.couponId).toBe(coupon.couponId);
      expect(scanned.holder.memberId).toBe(anna.memberIdIn(communityId));
    }
  });

  test('is useless after a minute, digits and picture alike', async () => {
    const { town, anna, cashier, coupon, communityId } = await openCounter();
    const { code } = await anna.get('redemption.code', coupon);
    town.goTo(code.expiresAt - 1);
    expect(await cashier.code('redemption.scan', { communityId, code: code.token })).toBe('ok');
    town.goTo(code.expiresAt);
    for (const shown of [code.token, code.digits]) {
      expect(await cashier.call('redemption.scan', { communityId, code: shown })).toEqual({
        ok: false,
        code: 'code_expired',
        data: { seconds: 60 },
      });
    }
  });

  test.each(['0000000000', '123', 'hello', '000000~abc~aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '../../x'])(
    'cannot be made up: %s',
    async (code) => {
      const { cashier, communityId } = await openCounter();
      expect(await cashier.call('redemption.scan', { communityId, code })).toEqual({ ok: false, code: 'code_unknown', data: {} });
    },
  );

  test('is shown to the holder only', async () => {
    const { member, coupon, owner } = await openCounter();
    const bob = await member('bob');
    expect(await bob.call('redemption.code', coupon)).toEqual({ ok: false, code: 'not_found', data: { what: 'coupon' } });
    expect(await owner.code('redemption.code', coupon)).toBe('not_found');
  });

  test.each(['', 'coupon', 'x/coupon/a/b/1', '/', '//////', '../coupon/a/b/1'])(
    'of a coupon that is none is refused: %j',
    async (couponId) => {
      const { anna, communityId } = await openCounter();
      expect(await anna.code('redemption.code', { communityId, couponId })).toBe('not_found');
      expect(await anna.code('redemption.code', { communityId, couponId: `${communityId}${couponId}` })).toBe('not_found');
      expect(await anna.code('redemption.code', { communityId, couponId: `${communityId}/coupon/__proto__/b/1` })).toBe('not_found');
    },
  );

  test('of another community means nothing at this counter', async () => {
    const { town, anna, coupon } = await openCounter();
    const other = town.person('other-owner');
    const { communityId } = await other.get('community.create', teaHouse);
    const { code } = await anna.get('redemption.code', coupon);
    expect(await other.code('redemption.scan', { communityId, code: code.token })).toBe('code_unknown');
    expect(await other.code('redemption.undo', { communityId, couponId: coupon.couponId, reason: '试试看' })).toBe('not_found');
  });
});

describe('the arithmetic', () => {
  test.each([
    [3_000, 500, 2_500],
    [3_001, 500, 2_501],
    [100_000_000, 500, 99_999_500],
  ])('of an order of %i fen takes %i off and leaves %i', async (orderFen, offFen, payFen) => {
    const { cashier, scan, communityId } = await openCounter();
    const scanToken = await scan();
    const sum = { orderFen, offFen, payFen };
    expect(await cashier.get('redemption.preview', { communityId, scanToken, orderFen })).toEqual(sum);
    expect(await cashier.get('redemption.confirm', { communityId, scanToken, orderFen })).toMatchObject({ sum });
  });

  test('of an order below the threshold says what is missing, and leaves the coupon as it was', async () => {
    const { town, anna, cashier, scan, communityId } = await openCounter();
    const scanToken = await scan();
    const written = town.written();
    const refusal = { ok: false, code: 'below_threshold', data: { thresholdFen: 3_000, missingFen: 1 } };
    expect(await cashier.call('redemption.preview', { communityId, scanToken, orderFen: 2_999 })).toEqual(refusal);
    expect(await cashier.call('redemption.confirm', { communityId, scanToken, orderFen: 2_999 })).toEqual(refusal);
    expect(town.written()).toBe(written);
    expect((await anna.get('coupon.wallet', { communityId })).tickets).toMatchObject([{ state: 'usable' }]);
    expect(await cashier.code('redemption.confirm', { communityId, scanToken, orderFen: 3_000 })).toBe('ok');
  });

  test('never makes an order cost less than nothing', async () => {
    const { cashier, scan, communityId } = await openCounter({ parameters: { thresholdFen: 0 } });
    const scanToken = await scan();
    expect(await cashier.get('redemption.confirm', { communityId, scanToken, orderFen: 120 })).toMatchObject({
      sum: { orderFen: 120, offFen: 120, payFen: 0 },
    });
  });
});

describe('a second use', () => {
  test('is refused with the moment and the clerk, at every step', async () => {
    const { town, anna, cashier, coupon, communityId, redeem, clerk } = await openCounter();
    await cashier.get('membership.showName', { communityId, nickname: '小王' });
    const { code } = await anna.get('redemption.code', coupon);
    const second = await clerk('second-clerk');
    const { scanToken } = await second.get('redemption.scan', { communityId, code: code.token });
    const redeemedAt = await redeem();
    town.wait(20 * SECOND_MS);
    const refusal = { ok: false, code: 'already_redeemed', data: { redeemedAt, clerk: '小王', offFen: 500 } };
    expect(await cashier.call('redemption.scan', { communityId, code: code.token })).toEqual(refusal);
    expect(await second.call('redemption.scan', { communityId, code: code.digits })).toEqual(refusal);
    expect(await second.call('redemption.confirm', { communityId, scanToken, orderFen: 5_000 })).toEqual(refusal);
    expect(await anna.call('redemption.code', coupon)).toEqual(refusal);
  });

  test('by a clerk without a shown name is told apart by four characters, never by an id', async () => {
    const { anna, cashier, coupon, communityId, redeem } = await openCounter();
    await redeem();
    const id = cashier.memberIdIn(communityId);
    const reply = await anna.call('redemption.code', coupon);
    expect(reply).toMatchObject({ code: 'already_redeemed', data: { clerk: id.slice(-4).toUpperCase() } });
    expect(JSON.stringify(reply)).not.toContain(id);
  });

  test('by two clerks who scan at once succeeds for one of them', async () => {
    const { cashier, scan, communityId, clerk, owner } = await openCounter();
    const second = await clerk('second-clerk');
    const tokens = [await scan(cashier), await scan(second)] as const;
    const replies = await Promise.all([
      cashier.call('redemption.confirm', { communityId, scanToken: tokens[0], orderFen: 5_000 }),
      second.call('redemption.confirm', { communityId, scanToken: tokens[1], orderFen: 6_000 }),
    ]);
    expect(replies.filter((reply) => reply.ok)).toHaveLength(1);
    expect(replies.filter((reply) => !reply.ok)).toMatchObject([{ code: 'already_redeemed' }]);
    expect((await owner.get('redemption.recent', { communityId })).lines).toHaveLength(1);
  });

  test('twenty times at once is one use and nineteen refusals', async () => {
    const { cashier, scan, communityId } = await openCounter();
    const scanToken = await scan();
    const codes = await Promise.all(
      Array.from({ length: 20 }, () => cashier.code('redemption.confirm', { communityId, scanToken, orderFen: 5_000 })),
    );
    expect(codes.filter((code) => code === 'ok')).toHaveLength(1);
    expect(codes.filter((code) => code === 'already_redeemed')).toHaveLength(19);
  });

  test('that is a retry after a lost answer gets the first answer, even when the scan has run out', async () => {
    const { town, cashier, scan, communityId } = await openCounter();
    const scanToken = await scan();
    const input = { communityId, scanToken, orderFen: 5_000 };
    const first = await cashier.call('redemption.confirm', input, 'confirm-request-1');
    town.wait(HOUR_MS);
    expect(await cashier.call('redemption.confirm', input, 'confirm-request-1')).toEqual(first);
    expect(first.ok).toBe(true);
  });
});

describe('a scan', () => {
  test('counts for five minutes', async () => {
    const { town, cashier, scan, communityId } = await openCounter();
    const scanToken = await scan();
    town.wait(5 * MINUTE_MS - 1);
    expect(await cashier.code('redemption.preview', { communityId, scanToken, orderFen: 5_000 })).toBe('ok');
    town.wait(1);
    const refusal = { ok: false, code: 'scan_expired', data: { minutes: 5 } };
    expect(await cashier.call('redemption.preview', { communityId, scanToken, orderFen: 5_000 })).toEqual(refusal);
    expect(await cashier.call('redemption.confirm', { communityId, scanToken, orderFen: 5_000 })).toEqual(refusal);
  });

  test("counts for its own clerk only, and cannot be bent to another's coupon", async () => {
    const { scan, communityId, clerk, cashier, coupon } = await openCounter();
    const scanToken = await scan();
    const second = await clerk('second-clerk');
    expect(await second.code('redemption.confirm', { communityId, scanToken, orderFen: 5_000 })).toBe('scan_expired');
    const bent = scanToken.replace(coupon.couponId, `${coupon.couponId}1`);
    expect(await cashier.code('redemption.confirm', { communityId, scanToken: bent, orderFen: 5_000 })).toBe('scan_expired');
  });

  test('counts no longer for somebody who is no clerk any more', async () => {
    const { scan, cashier, appoint, communityId } = await openCounter();
    const scanToken = await scan();
    await appoint(cashier, 'member');
    expect(await cashier.code('redemption.confirm', { communityId, scanToken, orderFen: 5_000 })).toBe('clerk_only');
  });
});

describe('the last day', () => {
  test('ends with its last second: usable at 23:59:59, expired at 00:00:00', async () => {
    const { town, anna, cashier, coupon, communityId, scan } = await openCounter({ endsOn: '2026-03-10' });
    const midnight = dayStartAt('2026-03-11', shanghai);
    town.goTo(midnight - SECOND_MS);
    const scanToken = await scan();
    const { code } = await anna.get('redemption.code', coupon);
    expect(await cashier.code('redemption.preview', { communityId, scanToken, orderFen: 5_000 })).toBe('ok');
    town.goTo(midnight);
    const refusal = { ok: false, code: 'coupon_expired', data: { useUntilOn: '2026-03-10' } };
    expect(await cashier.call('redemption.confirm', { communityId, scanToken, orderFen: 5_000 })).toEqual(refusal);
    expect(await cashier.call('redemption.scan', { communityId, code: code.token })).toEqual(refusal);
    expect(await anna.call('redemption.code', coupon)).toEqual(refusal);
    town.goTo(midnight - 1);
    expect(await cashier.code('redemption.confirm', { communityId, scanToken, orderFen: 5_000 })).toBe('ok');
  });

  test('in a community whose day begins at four ends at four', async () => {
    const calendar = { zone: 'Asia/Shanghai', dayStartsMinutes: 240 };
    const shop = await openShop(undefined, calendar);
    const { communityId } = shop;
    const campaignId = await shop.publish({ type: 'coupon_drop', endsOn: '2026-03-10' });
    const anna = await shop.member('anna');
    const { ticket } = await anna.get('coupon.claim', { communityId, campaignId });
    shop.town.goTo(dayStartAt('2026-03-11', calendar) - 1);
    expect(await anna.code('redemption.code', { communityId, couponId: ticket.couponId })).toBe('ok');
    shop.town.goTo(dayStartAt('2026-03-11', calendar));
    expect(await anna.code('redemption.code', { communityId, couponId: ticket.couponId })).toBe('coupon_expired');
  });
});

test('an early use is refused with its first day, and changes nothing', async () => {
  const { town, anna, cashier, coupon, communityId, scan } = await openCounter({ parameters: { useFromOn: '2026-03-05' } });
  const written = town.written();
  const refusal = { ok: false, code: 'coupon_not_yet', data: { useFromOn: '2026-03-05' } };
  expect(await anna.call('redemption.code', coupon)).toEqual(refusal);
  town.goToDay('2026-03-05');
  const scanToken = await scan();
  town.goTo(dayStartAt('2026-03-05', shanghai) - 1);
  expect(await cashier.call('redemption.confirm', { communityId, scanToken, orderFen: 5_000 })).toEqual(refusal);
  expect(town.written()).toBe(written);
  expect((await anna.get('coupon.wallet', { communityId })).tickets).toMatchObject([{ state: 'not_yet', daysLeft: 0 }]);
  town.goToDay('2026-03-05');
  expect(await cashier.code('redemption.confirm', { communityId, scanToken: await scan(), orderFen: 5_000 })).toBe('ok');
});

test('a coupon of a group can be used at the counter for thirty days after the holder was last in the group', async () => {
  const { town, anna, coupon, communityId } = await openCounter({ groupId: 'fruit-group', endsOn: '2026-05-30' });
  town.wait(30 * DAY_MS);
  expect(await anna.code('redemption.code', coupon)).toBe('ok');
  town.wait(1);
  expect(await anna.call('redemption.code', coupon)).toMatchObject({ code: 'not_in_group', data: { label: '幸福里果蔬群' } });
  await anna.get('community.enter', { communityId, proof: anna.proof() });
  expect(await anna.code('redemption.code', coupon)).toBe('ok');
});
