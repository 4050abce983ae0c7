// Accepting reminders through the real application: credits and plans, and nothing that is worth anything.
import { describe, expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { testTemplates } from '../support/recording-messenger';
import { type Accepted, clock, journalsOf, openReminded, tomorrow } from '../support/reminders';
import { openShop } from '../support/town';

describe('accepting', () => {
  test('adds a credit for each kind and plans what it is about', async () => {
    const { accept, aboutCoupon, aboutPlan, ticket, plan, dayBefore } = await openReminded();
    expect(await accept(aboutCoupon, aboutPlan)).toEqual({
      kinds: [
        { kind: 'coupon_expiring', credits: 1, planned: [{ about: ticket.couponId, on: dayBefore, dueAt: clock(dayBefore, 9.5) }] },
        { kind: 'checkin_open', credits: 1, planned: [{ about: plan, on: tomorrow, dueAt: clock(tomorrow, 20) }] },
        { kind: 'standing_fading', credits: 0, planned: [] },
      ],
    });
  });

  test('the same request twice adds one', async () => {
    const { anna, communityId, aboutPlan } = await openReminded();
    const first = await anna.get('reminder.accept', { communityId, accepted: [aboutPlan] }, 'accept-once');
    expect(await anna.get('reminder.accept', { communityId, accepted: [aboutPlan] }, 'accept-once')).toEqual(first);
    expect((await anna.get('reminder.wallet', { communityId })).kinds).toMatchObject([{ credits: 0 }, { credits: 1 }, { credits: 0 }]);
  });

  test('is seen in the wallet with the title of what is planned, in three reads of the store', async () => {
    const { accept, aboutCoupon, aboutPlan, anna, communityId, asked, ticket } = await openReminded();
    await accept(aboutCoupon, aboutPlan);
    const before = asked();
    const { kinds } = await anna.get('reminder.wallet', { communityId });
    expect(asked() - before).toBeLessThanOrEqual(3);
    expect(kinds).toMatchObject([
      {
        kind: 'coupon_expiring',
        templateId: testTemplates.coupon_expiring,
        credits: 1,
        planned: [{ about: ticket.couponId, title: '五元券' }],
      },
      { kind: 'checkin_open', templateId: testTemplates.checkin_open, credits: 1, planned: [{ title: '每日打卡' }] },
      { kind: 'standing_fading', templateId: testTemplates.standing_fading, credits: 0, planned: [] },
    ]);
  });

  test('is worth nothing: no entry, no coupon, no score and no count follows from it', async () => {
    const { accept, aboutCoupon, aboutPlan, anna, communityId, town, owner, ...shop } = await openReminded();
    const worth = async () => ({
      home: await anna.get('community.home', { communityId }),
      statement: await anna.get('points.statement', { communityId }),
      coupons: await anna.get('coupon.wallet', { communityId }),
      board: await anna.get('leaderboard.board', { communityId, kind: 'checkin', period: 'all' }),
      invites: await anna.get('leaderboard.board', { communityId, kind: 'invite', period: 'all' }),
      today: await owner.get('analytics.today', { communityId }),
    });
    const before = await worth();
    const written = town.written();
    await accept(aboutCoupon, aboutPlan);
    // The wallet, the member's own count of actions, the timer's agenda and the journal: no board row, no stock, no coupon.
    expect(town.written() - written).toBeLessThanOrEqual(4);
    expect(await worth()).toEqual(before);
    const journal = (await journalsOf({ town, communityId, ...shop })).find(({ action }) => action === 'reminder.accept');
    expect(journal?.entries).toEqual([]);
    expect(new Set(journal?.events.map(({ kind }) => kind))).toEqual(new Set(['reminder_accepted', 'reminder_planned']));
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('keeps no text in the journal', async () => {
    const { accept, aboutCoupon, aboutPlan, runTimerAt, dayBefore, ...shop } = await openReminded();
    await accept(aboutCoupon, aboutPlan);
    await runTimerAt(clock(dayBefore, 9.6));
    const about = (await journalsOf(shop)).filter(({ action }) => /^(reminder|timer)\./.test(action));
    expect(about.map(({ action }) => action)).toEqual(expect.arrayContaining(['reminder.accept', 'timer.remind', 'timer.reminded']));
    expect(JSON.stringify(about)).not.toMatch(/\p{Script=Han}/u);
  });

  test('somebody else’s coupon, a coupon that is none, or a plan that is none, is not found', async () => {
    const { anna, member, communityId, ticket, drop } = await openReminded();
    const bob = await member('bob');
    const about = (one: Accepted[number]) => ({ communityId, accepted: [one] });
    expect(await bob.call('reminder.accept', about({ kind: 'coupon_expiring', couponId: ticket.couponId }))).toMatchObject({
      code: 'not_found',
      data: { what: 'coupon' },
    });
    expect(await anna.code('reminder.accept', about({ kind: 'coupon_expiring', couponId: 'nowhere/coupon/a/b/1' }))).toBe('not_found');
    expect(await anna.code('reminder.accept', about({ kind: 'checkin_open', campaignId: drop }))).toBe('not_found');
    expect(await anna.code('reminder.accept', about({ kind: 'checkin_open', campaignId: 'nothing' }))).toBe('not_found');
  });

  test('whoever has left for good has no wallet any more, and a coupon from before is not found', async () => {
    const { accept, aboutCoupon, anna, communityId, town, walletOf } = await openReminded();
    await accept(aboutCoupon);
    town.wait(1);
    await anna.get('membership.erase', { communityId });
    expect(await walletOf(anna)).toBeUndefined();
    await anna.get('community.enter', { communityId, proof: anna.proof() });
    await anna.get('community.join', { communityId });
    expect(await anna.code('reminder.accept', { communityId, accepted: [aboutCoupon] })).toBe('not_found');
    expect((await anna.get('reminder.wallet', { communityId })).kinds.map(({ credits }) => credits)).toEqual([0, 0, 0]);
  });

  test('what it is too late for adds the credit and plans nothing', async () => {
    const { accept, aboutCoupon, town, dayBefore } = await openReminded();
    town.goTo(clock(dayBefore, 10));
    expect((await accept(aboutCoupon)).kinds[0]).toEqual({ kind: 'coupon_expiring', credits: 1, planned: [] });
  });

  test('is refused where there is no template, and the wallet says so', async () => {
    const { communityId, member, publish } = await openShop();
    const campaignId = await publish({ type: 'checkin_plan' });
    const anna = await member('anna');
    expect((await anna.get('reminder.wallet', { communityId })).kinds.map(({ templateId }) => templateId)).toEqual([null, null, null]);
    const accepted: Accepted = [{ kind: 'checkin_open', campaignId }];
    expect(await anna.call('reminder.accept', { communityId, accepted })).toEqual({ ok: false, code: 'reminder_unavailable', data: {} });
  });
});
