// Tiers and points over time, through the real application with a moving clock: reached, kept, lost, expired, taken back.
import { describe, expect, test } from 'vitest';
import type { JournalDocument } from '#core/tables';
import { checkData } from '#server/app/check-data';
import { openShop } from '../support/town';

async function openPlan() {
  const shop = await openShop();
  const { town, communityId, owner } = shop;
  const plan = await shop.publish({ type: 'checkin_plan', endsOn: '2026-12-31', parameters: { milestones: [] } });
  const anna = await shop.member('anna');
  const here = { communityId };
  const standing = () => anna.get('membership.standing', here);
  /** Anna checks in on so many days from the present one. */
  async function checkInFor(days: number): Promise<void> {
    for (let day = 0; day < days; day += 1) {
      await anna.get('checkin.checkIn', { ...here, campaignId: plan });
      town.nextDay();
    }
  }
  async function tiersNoted(): Promise<readonly string[]> {
    const page = await town.store.list('journal.byStamp', communityId, { prefix: [], order: 'ascending' }, 200);
    const events = (page.documents as unknown as readonly JournalDocument[]).flatMap((journal) => journal.events);
    return events.flatMap((event) => (event.kind === 'tier_changed' ? [`${event.from} → ${event.tier} on ${event.on}`] : []));
  }
  const memberId = anna.memberIdIn(communityId);
  return { ...shop, owner, town, communityId, plan, anna, here, standing, checkInFor, tiersNoted, memberId };
}

describe('a tier', () => {
  test('comes with the check-in that completes it, and says what is missing for the next', async () => {
    const { standing, checkInFor, tiersNoted } = await openPlan();
    expect(await standing()).toMatchObject({
      tier: 'customer',
      keptUntilOn: null,
      next: { tier: 'user', criteria: [{ code: 'active_days', need: 3, have: 0, met: false }] },
    });
    await checkInFor(3);
    expect(await standing()).toMatchObject({
      tier: 'user',
      isFading: false,
      why: { criteria: [{ have: 3, met: true }] },
      next: {
        tier: 'fan',
        criteria: [
          { need: 8, have: 3 },
          { code: 'taking_part', need: 1, have: 0 },
        ],
      },
    });
    expect(await tiersNoted()).toEqual(['customer → user on 2026-03-04']);
  });

  test('stays for its grace, is told until when, and is lost when the timer comes, however often and however late', async () => {
    const { town, standing, checkInFor, tiersNoted } = await openPlan();
    const start = town.now();
    await checkInFor(3);
    const { keptUntilOn } = await standing();
    expect(keptUntilOn).toBe('2026-04-30');
    town.goToDay('2026-04-20');
    expect(await standing()).toMatchObject({ tier: 'user', isFading: true, keptUntilOn });
    town.goToDay('2026-05-10');
    expect(await standing(), 'before any timer has come').toMatchObject({ tier: 'customer' });
    await Promise.all([town.runTimer(), town.runTimer()]);
    town.nextDay();
    await town.runTimer();
    expect(await tiersNoted()).toEqual(['customer → user on 2026-03-04', 'user → customer on 2026-05-01']);
    expect((await checkData(town.store)).differences).toEqual([]);
    expect(start).toBeLessThan(town.now());
  });

  test('that was lost is noted before what is done next, though no timer has come', async () => {
    const { town, checkInFor, tiersNoted } = await openPlan();
    await checkInFor(3);
    town.goToDay('2026-05-10');
    await checkInFor(1);
    expect(await tiersNoted()).toEqual(['customer → user on 2026-03-04', 'user → customer on 2026-05-01']);
    await checkInFor(2);
    expect((await tiersNoted()).at(-1)).toBe('customer → user on 2026-05-12');
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('opens a campaign that is for it, and its early hours', async () => {
    const { anna, here, publish, checkInFor, member } = await openPlan();
    const asks = { tierMin: 'user', tags: [], streakDaysMin: null, newcomerDaysMax: null, earlyTier: null, earlyHours: 0 } as const;
    const forUsers = await publish({ type: 'coupon_drop', endsOn: '2026-04-30', audience: asks });
    const soon = { ...asks, tierMin: null, earlyTier: 'user', earlyHours: 48 } as const;
    const early = await publish({ type: 'coupon_drop', startsOn: '2026-03-07', endsOn: '2026-04-30', audience: soon });
    expect(await anna.call('coupon.claim', { ...here, campaignId: forUsers })).toMatchObject({
      code: 'tier_too_low',
      data: { need: 'user', have: 'customer' },
    });
    await checkInFor(3);
    expect(await anna.code('coupon.claim', { ...here, campaignId: forUsers })).toBe('ok');
    expect(await anna.code('coupon.claim', { ...here, campaignId: early })).toBe('ok');
    const bob = await member('bob');
    expect(await bob.call('coupon.claim', { ...here, campaignId: early })).toMatchObject({
      code: 'campaign_not_started',
      data: { startsOn: '2026-03-07', early: { tier: 'user', have: 'customer', on: '2026-03-05', minutes: 0 } },
    });
    const { campaigns } = await bob.get('community.home', here);
    expect(campaigns.find(({ campaignId }) => campaignId === forUsers)?.locked).toMatchObject({ code: 'tier_too_low' });
  });
});

describe('points', () => {
  test('are announced before they end, and go at the end of their last day, once', async () => {
    const { town, anna, here, standing, checkInFor } = await openPlan();
    await checkInFor(2);
    expect((await standing()).points).toMatchObject({ balance: 10, active: 10, expiring: { points: 10, on: '2027-03-31' } });
    town.goToDay('2027-03-31', 23);
    await town.runTimer();
    expect((await anna.get('points.statement', here)).balance).toBe(10);
    town.goToDay('2027-04-02');
    await Promise.all([town.runTimer(), town.runTimer()]);
    await town.runTimer();
    const { balance, lines } = await anna.get('points.statement', here);
    expect(balance).toBe(0);
    expect(lines.map(({ reason, points, balance: after }) => [reason, points, after])).toEqual([
      ['expired', -10, 0],
      ['check_in', 5, 10],
      ['check_in', 5, 5],
    ]);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('are taken back by the owner with a reason, once, and never below nothing', async () => {
    const { town, owner, anna, here, memberId, checkInFor } = await openPlan();
    await checkInFor(2);
    const { lines } = await owner.get('points.memberStatement', { ...here, memberId });
    const grant = lines[0]?.grant;
    if (!grant) throw new Error('a check-in gives points');
    const wish = { ...here, memberId, grant, reason: '不是本人打卡' };
    expect(await owner.get('points.reverse', wish)).toEqual({ points: 5, shortPoints: 0 });
    expect(await owner.code('points.reverse', wish)).toBe('already_reversed');
    expect((await anna.get('points.statement', here)).lines[0]).toMatchObject({
      reason: 'reversed',
      points: -5,
      balance: 5,
      note: { reason: '不是本人打卡', shortPoints: 0 },
    });
    const after = await owner.get('points.memberStatement', { ...here, memberId });
    expect(after).toMatchObject({ balance: 5, active: 5, pending: 0, person: { memberId, name: null } });
    expect(after.lines.map(({ points, reversed }) => [points, reversed])).toEqual([
      [-5, false],
      [5, true],
      [5, false],
    ]);
    const nobody = { actorId: memberId, requestId: 'nothing', index: 0 };
    expect(await owner.code('points.reverse', { ...wish, grant: nobody })).toBe('not_found');
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('hold as the owner says, who may only make it better once there is a campaign', async () => {
    const { owner, here, standing, checkInFor } = await openPlan();
    expect(await owner.get('points.policy', here)).toEqual({ validMonths: 12, pendingDays: 0, free: false });
    expect(await owner.code('points.setPolicy', { ...here, validMonths: 12, pendingDays: 1 })).toBe('only_better');
    expect(await owner.code('points.setPolicy', { ...here, validMonths: 24, pendingDays: 0 })).toBe('ok');
    await checkInFor(1);
    expect((await standing()).points.lots).toEqual([{ points: 5, activeOn: '2026-03-02', expiresOn: '2028-03-31' }]);
  });

  test('wait where the owner chose so before there was anything to earn', async () => {
    const shop = await openShop();
    const here = { communityId: shop.communityId };
    expect(await shop.owner.get('points.policy', here)).toMatchObject({ free: true });
    await shop.owner.get('points.setPolicy', { ...here, validMonths: null, pendingDays: 7 });
    const plan = await shop.publish({ type: 'checkin_plan' });
    const anna = await shop.member('anna');
    await anna.get('checkin.checkIn', { ...here, campaignId: plan });
    expect((await anna.get('membership.standing', here)).points).toMatchObject({ balance: 5, active: 0, pending: 5, expiring: null });
    shop.town.goToDay('2026-03-09');
    expect((await anna.get('membership.standing', here)).points).toMatchObject({ active: 5, pending: 0 });
  });
});
