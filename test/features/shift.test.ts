// The shift report through the real application: what a clerk redeemed on a business day, exactly, and who sees whose.
import { describe, expect, test } from 'vitest';
import { dayStartAt } from '#core/values/day';
import { checkData } from '#server/app/check-data';
import { openCounter } from '../support/counter';
import { type Resident, shanghai } from '../support/town';

const NOTHING = { count: 0, orderFen: 0, offFen: 0, payFen: 0, undone: 0 };

/** A counter with two clerks, where `use` claims a coupon of a campaign for a member and redeems it at a clerk's. */
async function openShift() {
  const counter = await openCounter({ parameters: { perMemberMax: 9 } });
  const { communityId, anna } = counter;
  const second = await counter.clerk('second-clerk');
  const use = async (by: Resident, orderFen: number, campaignId = counter.campaignId) => {
    const { ticket } = await anna.get('coupon.claim', { communityId, campaignId });
    const coupon = { communityId, couponId: ticket.couponId };
    const { code } = await anna.get('redemption.code', coupon);
    const { scanToken } = await by.get('redemption.scan', { communityId, code: code.token });
    await by.get('redemption.confirm', { communityId, scanToken, orderFen });
    return coupon;
  };
  return { ...counter, second, use, idOf: (who: Resident) => who.memberIdIn(communityId) };
}

describe('a shift', () => {
  test('of nobody who redeemed is empty, for the clerk and for the owner', async () => {
    const { cashier, owner, communityId } = await openShift();
    const on = '2026-03-02';
    expect(await cashier.get('redemption.shift', { communityId })).toEqual({ on, today: on, clerks: [] });
    expect(await owner.get('redemption.shift', { communityId, on: '2030-01-01' })).toEqual({ on: '2030-01-01', today: on, clerks: [] });
  });

  test('adds up to the fen, by campaign, the most redeemed first', async () => {
    const { cashier, communityId, use, publish, campaignId, idOf } = await openShift();
    const other = await publish({ type: 'coupon_drop', title: '周末券', parameters: { amountOffFen: 300, thresholdFen: 0 } });
    await use(cashier, 3_001);
    await use(cashier, 1_000, other);
    await use(cashier, 4_000);
    const { clerks } = await cashier.get('redemption.shift', { communityId });
    expect(clerks).toMatchObject([
      {
        clerk: { memberId: idOf(cashier) },
        count: 3,
        orderFen: 8_001,
        offFen: 1_300,
        payFen: 6_701,
        undone: 0,
        campaigns: [
          { campaignId, count: 2, orderFen: 7_001, offFen: 1_000, payFen: 6_001, undone: 0 },
          { campaignId: other, title: '周末券', count: 1, orderFen: 1_000, offFen: 300, payFen: 700, undone: 0 },
        ],
      },
    ]);
  });

  test('is seen by its own clerk, and by the owner beside the others', async () => {
    const { cashier, second, owner, communityId, use, idOf } = await openShift();
    await use(cashier, 3_000);
    await use(second, 3_000);
    await use(second, 3_000);
    const whose = async (who: Resident) =>
      (await who.get('redemption.shift', { communityId })).clerks.map(({ clerk, count }) => [clerk.memberId, count]);
    expect(await whose(cashier)).toEqual([[idOf(cashier), 1]]);
    expect(await whose(second)).toEqual([[idOf(second), 2]]);
    expect(await whose(owner)).toEqual([
      [idOf(second), 2],
      [idOf(cashier), 1],
    ]);
  });

  test('takes an undone redemption off and says so, on the day of the redemption, whenever it is undone', async () => {
    const { town, cashier, owner, communityId, use } = await openShift();
    town.goTo(dayStartAt('2026-03-03', shanghai) - 1);
    const coupon = await use(cashier, 3_000);
    await use(cashier, 5_000);
    town.goTo(dayStartAt('2026-03-03', shanghai));
    await owner.get('redemption.undo', { ...coupon, reason: '扫错了' });
    const yesterday = await cashier.get('redemption.shift', { communityId, on: '2026-03-02' });
    expect(yesterday.clerks).toMatchObject([{ count: 1, orderFen: 5_000, offFen: 500, payFen: 4_500, undone: 1 }]);
    expect(await cashier.get('redemption.shift', { communityId })).toMatchObject({ on: '2026-03-03', clerks: [] });
  });

  test('in which everything was undone still says that it was', async () => {
    const { cashier, owner, communityId, use } = await openShift();
    await owner.get('redemption.undo', { ...(await use(cashier, 3_000)), reason: '扫错了' });
    const { clerks } = await cashier.get('redemption.shift', { communityId });
    expect(clerks).toMatchObject([{ ...NOTHING, undone: 1, campaigns: [{ ...NOTHING, undone: 1 }] }]);
  });

  test('is what the journal says', async () => {
    const { town, cashier, second, owner, use } = await openShift();
    const coupon = await use(cashier, 3_000);
    await use(second, 3_000);
    await owner.get('redemption.undo', { ...coupon, reason: '扫错了' });
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

test('two clerks who redeem at the same moment are both counted', async () => {
  const { cashier, second, owner, communityId, use } = await openShift();
  await Promise.all([use(cashier, 3_000), use(second, 4_000)]);
  const { clerks } = await owner.get('redemption.shift', { communityId });
  expect(clerks.map(({ count }) => count)).toEqual([1, 1]);
});
