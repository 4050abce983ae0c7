// Sending reminders through the real timer: once, in their hours, for what is still open, or not at all.
import { describe, expect, test } from 'vitest';
import { addDays } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { MINUTE_MS } from '#core/values/instant';
import { Fault } from '#server/ports/fault';
import { clock, openReminded, tomorrow } from '../support/reminders';

describe('a coupon that ends tomorrow', () => {
  test('is told of in the morning, once, however often the timer fires', async () => {
    const { accept, aboutCoupon, runTimerAt, dayBefore, messenger, walletOf, anna, ticket } = await openReminded();
    await accept(aboutCoupon);
    await runTimerAt(clock(dayBefore, 9.4));
    expect(messenger.sent).toEqual([]);
    for (const hours of [9.5, 9.5, 9.6, 12, 33, 34]) await runTimerAt(clock(dayBefore, hours));
    expect(messenger.sent).toHaveLength(1);
    expect(messenger.sent[0]).toMatchObject({ kind: 'coupon_expiring', personKey: 'anna', fields: { until: { day: ticket.useUntilOn } } });
    expect(await walletOf(anna)).toMatchObject({
      credits: { coupon_expiring: 0 },
      plans: [],
      dueAt: null,
      sending: null,
      sentOn: [dayBefore],
    });
  });

  test('is told of once though two timers run at the same moment', async () => {
    const { accept, aboutCoupon, town, dayBefore, messenger } = await openReminded();
    await accept(aboutCoupon);
    town.goTo(clock(dayBefore, 9.5));
    await Promise.all([town.runTimer(), town.runTimer(), town.runTimer()]);
    expect(messenger.sent).toHaveLength(1);
  });

  test('is not told of once it has been redeemed', async () => {
    const { accept, aboutCoupon, runTimerAt, dayBefore, messenger, anna, clerk, communityId, ticket, walletOf } = await openReminded();
    await accept(aboutCoupon);
    const cashier = await clerk('clerk');
    const { code } = await anna.get('redemption.code', { communityId, couponId: ticket.couponId });
    const { scanToken } = await cashier.get('redemption.scan', { communityId, code: code.token });
    await cashier.get('redemption.confirm', { communityId, scanToken, orderFen: 5_000 });
    await runTimerAt(clock(dayBefore, 9.5));
    expect(messenger.sent).toEqual([]);
    expect(await walletOf(anna)).toMatchObject({ credits: { coupon_expiring: 1 }, plans: [] });
  });

  test('is not told of when the timer comes after nine in the evening, or the next day', async () => {
    const { accept, aboutCoupon, runTimerAt, dayBefore, messenger, walletOf, anna } = await openReminded();
    await accept(aboutCoupon);
    await runTimerAt(clock(dayBefore, 21));
    await runTimerAt(clock(dayBefore, 34));
    expect(messenger.sent).toEqual([]);
    expect(await walletOf(anna)).toMatchObject({ credits: { coupon_expiring: 1 }, plans: [], dueAt: null });
  });
});

describe('a check-in that is still open', () => {
  test('is told of in the evening', async () => {
    const { accept, aboutPlan, runTimerAt, messenger } = await openReminded();
    await accept(aboutPlan);
    await runTimerAt(clock(tomorrow, 19.9));
    expect(messenger.sent).toEqual([]);
    await runTimerAt(clock(tomorrow, 20));
    expect(messenger.sent).toMatchObject([{ kind: 'checkin_open', fields: { plan: { text: '每日打卡' }, streak: { count: 1 } } }]);
  });

  test('is not told of when the member checks in between planning and sending: the reminder waits for the next evening', async () => {
    const { accept, aboutPlan, runTimerAt, messenger, town, checkIn, walletOf, anna } = await openReminded();
    await accept(aboutPlan);
    town.goTo(clock(tomorrow, 19));
    await checkIn();
    await runTimerAt(clock(tomorrow, 20));
    expect(messenger.sent).toEqual([]);
    const evening = clock(addDays(tomorrow, 1), 20);
    expect(await walletOf(anna)).toMatchObject({ credits: { checkin_open: 1 }, dueAt: evening });
    await runTimerAt(evening);
    expect(messenger.sent).toMatchObject([{ fields: { streak: { count: 2 } } }]);
  });

  test('is not told of after the member has stopped it, and the credit stays', async () => {
    const { accept, aboutPlan, runTimerAt, messenger, anna, communityId } = await openReminded();
    await accept(aboutPlan);
    const stopped = await anna.get('reminder.stop', { communityId, kind: 'checkin_open' });
    expect(stopped.kinds[1]).toEqual({ kind: 'checkin_open', credits: 1, planned: [] });
    expect(await anna.get('reminder.stop', { communityId, kind: 'checkin_open' })).toEqual(stopped);
    await runTimerAt(clock(tomorrow, 20));
    expect(messenger.sent).toEqual([]);
  });

  test('is not told of to somebody who has been erased', async () => {
    const { accept, aboutPlan, runTimerAt, messenger, anna, communityId, town } = await openReminded();
    await accept(aboutPlan);
    const identity = makeId(communityId, 'identity', anna.memberIdIn(communityId));
    await town.store.decide([identity], () => ({ reply: null, writes: [{ kind: 'remove', id: identity }] }));
    await runTimerAt(clock(tomorrow, 20));
    expect(messenger.sent).toEqual([]);
  });
});

describe('what the messenger answers', () => {
  test('no credit empties the kind, and nothing of it is tried again', async () => {
    const { accept, aboutPlan, runTimerAt, messenger, anna, walletOf, town } = await openReminded();
    messenger.answer = 'no_credit';
    await accept(aboutPlan);
    await accept(aboutPlan);
    await runTimerAt(clock(tomorrow, 20));
    expect(await walletOf(anna)).toMatchObject({ credits: { checkin_open: 0 }, plans: [], sentOn: [] });
    for (const minutes of [10, 20, 30]) await runTimerAt(clock(tomorrow, 20) + minutes * MINUTE_MS);
    expect(messenger.sent).toHaveLength(1);
    expect(town.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('later is tried again ten minutes later, as long as the evening lasts', async () => {
    const { accept, aboutPlan, runTimerAt, messenger, anna, walletOf } = await openReminded();
    messenger.answer = 'later';
    await accept(aboutPlan);
    for (let minutes = 0; minutes <= 90; minutes += 5) await runTimerAt(clock(tomorrow, 20) + minutes * MINUTE_MS);
    expect(messenger.sent).toHaveLength(6);
    expect(await walletOf(anna)).toMatchObject({ credits: { checkin_open: 1 }, plans: [], sending: null });
  });

  test('an answer that never comes: the message counts as sent, is not sent again, and the failure is logged', async () => {
    const { accept, aboutPlan, runTimerAt, messenger, anna, walletOf, town } = await openReminded();
    messenger.answer = new Fault('messenger_unavailable', 'cut off');
    await accept(aboutPlan);
    await runTimerAt(clock(tomorrow, 20));
    messenger.answer = 'sent';
    for (const minutes of [5, 10, 30]) await runTimerAt(clock(tomorrow, 20) + minutes * MINUTE_MS);
    expect(messenger.sent).toHaveLength(1);
    expect(await walletOf(anna)).toMatchObject({ credits: { checkin_open: 0 }, sentOn: [tomorrow] });
    expect(town.lines.filter(({ event }) => event === 'job_failed')).toHaveLength(1);
  });

  test('a timer that dies between the claim and the sending loses the message and never sends two', async () => {
    const { accept, aboutPlan, runTimerAt, messenger, town, anna, walletOf } = await openReminded();
    await accept(aboutPlan);
    town.goTo(clock(tomorrow, 20));
    const dying = { ...messenger, send: () => new Promise<never>(() => undefined) };
    void town.runTimer({ messenger: dying });
    while ((await walletOf(anna)).sending === null) await new Promise(setImmediate);
    await runTimerAt(clock(tomorrow, 20.2));
    expect(messenger.sent).toEqual([]);
    expect(await walletOf(anna)).toMatchObject({ credits: { checkin_open: 0 }, plans: [], sentOn: [tomorrow] });
  });
});
