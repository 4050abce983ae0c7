// Recognising a coupon at the counter when chance is against us: six digits are not unique, and four more change every ten seconds.
import { expect, test } from 'vitest';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { createTown, openShop, type Resident } from '../support/town';

/** A shop where all coupons happen to bear the same six digits, and a hundred and twenty have been claimed. */
async function openUnlucky() {
  const codes = { ...createHmacCodes('test-codes'), couponNumber: () => '123456' };
  const shop = await openShop(createTown({ codes }));
  const { communityId } = shop;
  const campaignId = await shop.publish({ type: 'coupon_drop', parameters: { stock: 120, perMemberMax: 20 } });
  const held: { holder: Resident; couponId: string }[] = [];
  for (const name of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) {
    const holder = await shop.member(name);
    for (let n = 1; n <= 20; n += 1) {
      held.push({ holder, couponId: (await holder.get('coupon.claim', { communityId, campaignId })).ticket.couponId });
    }
  }
  return { ...shop, held, cashier: await shop.clerk('clerk') };
}

/** Each scan compares all hundred and twenty; some of them, from all pages of the search, show what all would. */
const some = <Item>(items: readonly Item[]) => items.filter((_, index) => index % 10 === 0 || index === items.length - 1);

test('of a hundred and twenty coupons with one number each is found by its picture', async () => {
  const { held, cashier, communityId } = await openUnlucky();
  for (const { holder, couponId } of some(held)) {
    const { code } = await holder.get('redemption.code', { communityId, couponId });
    const scanned = await cashier.get('redemption.scan', { communityId, code: code.token });
    expect(scanned.ticket.couponId).toBe(couponId);
  }
});

test('digits that two coupons of one number share at the same moment are recognised as neither', async () => {
  const { town, held, cashier, communityId } = await openUnlucky();
  const readAll = async () => {
    const read: { digits: string; couponId: string }[] = [];
    for (const { holder, couponId } of held) {
      const { code } = await holder.get('redemption.code', { communityId, couponId });
      read.push({ digits: code.digits, couponId });
    }
    return read;
  };
  let shown = await readAll();
  const isShared = ({ digits }: { digits: string }) => shown.filter((other) => other.digits === digits).length > 1;
  // Of a hundred and twenty, two share four digits every other moment.
  for (let tries = 1; tries < 20 && !shown.some(isShared); tries += 1) {
    town.wait(10_000);
    shown = await readAll();
  }
  const shared = shown.filter(isShared);
  expect(shared.length).toBeGreaterThan(1);
  for (const { digits } of shared) {
    expect(await cashier.code('redemption.scan', { communityId, code: digits })).toBe('code_unknown');
  }
  let found = 0;
  for (const { digits, couponId } of some(shown.filter((one) => !isShared(one)))) {
    const scanned = await cashier.call('redemption.scan', { communityId, code: digits });
    // Digits of the moment before or after count, too: they may be another's now.
    if (scanned.ok) expect(scanned.value.ticket.couponId).toBe(couponId);
    found += scanned.ok ? 1 : 0;
  }
  expect(found).toBeGreaterThan(0);
});
