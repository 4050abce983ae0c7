// A member's history replayed: the figures that the events alone make are those that are stored, whatever has happened.
import { describe, expect, test } from 'vitest';
import type { StoredDocument } from '#server/ports/store';
import { openCounter } from '../support/counter';
import { examine } from '../support/examine';

/** A member with points, two plans, a used coupon that was taken back and used again, and one that was not used. */
async function openHistory() {
  const counter = await openCounter();
  const { anna, owner, coupon, communityId, publish, redeem, town } = counter;
  const plans = [await publish({ type: 'checkin_plan' }), await publish({ type: 'checkin_plan', parameters: { pointsPerDay: 0 } })];
  for (let day = 0; day < 8; day += 1) {
    for (const campaignId of plans) if (day !== 3) await anna.get('checkin.checkIn', { communityId, campaignId });
    if (day === 2) {
      await redeem();
      await owner.get('redemption.undo', { ...coupon, reason: '按错了' });
      await redeem();
    }
    if (day < 7) town.nextDay();
  }
  await anna.get('coupon.claim', { communityId, campaignId: await publish({ type: 'coupon_drop' }) });
  return { ...counter, here: { communityId }, about: { communityId, memberId: anna.memberIdIn(communityId) } };
}

describe('the check of an account', () => {
  test('finds every figure right, and says what it has looked at', async () => {
    const { anna, here } = await openHistory();
    const { result, read, no } = await examine(anna, here);
    expect(no).toBeNull();
    expect(result?.differences).toEqual([]);
    expect(result?.figures.points).toBe(35);
    expect(Object.values(result?.figures.coupons ?? {}).sort()).toEqual(['held', 'redeemed']);
    expect(Object.values(result?.figures.plans ?? {})).toEqual([
      { streakDays: 4, totalDays: 7 },
      { streakDays: 4, totalDays: 7 },
    ]);
    expect(read).toBeGreaterThan(15);
  });

  test('shows what does not follow from the events', async () => {
    const { owner, about, town, communityId, anna } = await openHistory();
    const id = `${communityId}/member/${anna.memberIdIn(communityId)}`;
    await town.store.decide([id], (documents) => {
      const before = documents.get(id) as StoredDocument;
      return { reply: null, writes: [{ kind: 'put', document: { ...before, points: 1_000 } }] };
    });
    const { result } = await examine(owner, about);
    expect(result?.differences).toEqual([{ figure: 'points', about: '', stored: '1000', rebuilt: '35' }]);
  });

  test('holds after everything was erased', async () => {
    const { anna, owner, about, here } = await openHistory();
    await anna.get('membership.erase', here);
    expect((await examine(owner, about)).result?.differences).toEqual([]);
  });

  test('is the member’s own, and the owner’s', async () => {
    const { cashier, owner, about } = await openHistory();
    expect((await examine(cashier, about)).no).toMatchObject({ code: 'not_found' });
    expect((await examine(owner, about)).result?.differences).toEqual([]);
  });
});
