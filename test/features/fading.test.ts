// Being told before a tier fades and before points end: once per fading, by the one reminder that was agreed to, and in the app.
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from '#core/values/day';
import { clock, openReminded } from '../support/reminders';

const standing = { kind: 'standing_fading' } as const;

/** Anna, who has checked in on so many days: with three she is a user, whose tier is kept until the thirtieth of April if she does nothing. */
async function openFading(days = 3) {
  const shop = await openReminded();
  const { town, checkIn } = shop;
  for (let day = 1; day < days; day += 1) {
    town.nextDay();
    await checkIn();
  }
  /** Lets the timer run on the morning of every day up to one, twice, and answers on which days a message went out. */
  async function runDaily(from: Day, until: Day): Promise<readonly Day[]> {
    const days: Day[] = [];
    for (let on = from; on <= until; on = addDays(on, 1)) {
      const before = shop.messenger.sent.length;
      town.goTo(clock(on, 11));
      await Promise.all([town.runTimer(), town.runTimer()]);
      await town.runTimer();
      for (let sent = before; sent < shop.messenger.sent.length; sent += 1) days.push(on);
    }
    await shop.runTimerAt(clock(until, 12));
    return days;
  }
  return { ...shop, runDaily };
}

describe('a tier that fades', () => {
  test('is told of a week before, once, however often the timer runs, and never without a credit', async () => {
    const { accept, messenger, runDaily, walletOf, anna } = await openFading();
    await accept(standing);
    expect(await runDaily('2026-03-05', '2026-05-05')).toEqual(['2026-04-24']);
    expect(messenger.sent).toMatchObject([
      {
        kind: 'standing_fading',
        personKey: 'anna',
        fields: { what: { fading: [{ what: 'tier', tier: 'user', untilOn: '2026-04-30' }] }, until: { day: '2026-04-30' } },
      },
    ]);
    expect(await walletOf(anna)).toMatchObject({ credits: { standing_fading: 0 }, plans: [], dueAt: null, toldUntilOn: '2026-04-30' });
  });

  test('is not told of by somebody who never agreed: the app says it on its front page, to members only', async () => {
    const { runDaily, messenger, anna, town, communityId } = await openFading();
    expect(await runDaily('2026-04-20', '2026-04-26')).toEqual([]);
    expect(messenger.sent).toEqual([]);
    const fadingFor = async (person = anna) => (await person.get('community.home', { communityId })).fading;
    expect(await fadingFor()).toEqual([{ what: 'tier', tier: 'user', untilOn: '2026-04-30' }]);
    expect(await fadingFor(town.person('stranger'))).toEqual([]);
    town.goTo(clock('2026-04-20', 11));
    expect(await fadingFor()).toEqual([]);
  });

  test('that the member keeps by acting in time is not told of, and the credit stays for the next', async () => {
    const { accept, messenger, runDaily, town, walletOf, anna, publish, communityId } = await openFading();
    await accept(standing);
    await runDaily('2026-03-05', '2026-04-10');
    const plan = await publish({ type: 'checkin_plan', startsOn: '2026-04-10', endsOn: '2026-04-30' });
    for (const day of ['2026-04-21', '2026-04-22', '2026-04-23']) {
      town.goTo(clock(day, 9));
      await anna.get('checkin.checkIn', { communityId, campaignId: plan });
    }
    expect(await runDaily('2026-04-23', '2026-05-10')).toEqual([]);
    expect(await walletOf(anna)).toMatchObject({ credits: { standing_fading: 1 } });
    expect(await runDaily('2026-05-11', '2026-06-30')).toEqual(['2026-06-13']);
    expect(messenger.sent).toMatchObject([{ fields: { until: { day: '2026-06-19' } } }]);
  });

  test('is told of once though two were agreed to, and though another is agreed to afterwards', async () => {
    const { accept, runDaily, walletOf, anna, town } = await openFading();
    await accept(standing);
    await accept(standing);
    expect(await runDaily('2026-04-20', '2026-04-25')).toEqual(['2026-04-24']);
    town.goTo(clock('2026-04-25', 13));
    await accept(standing);
    expect(await runDaily('2026-04-26', '2026-05-05')).toEqual([]);
    expect(await walletOf(anna)).toMatchObject({ credits: { standing_fading: 2 }, plans: [{ kind: 'standing_fading' }] });
  });

  test('waits for tomorrow where the hours have passed', async () => {
    const { accept, messenger, town, runTimerAt } = await openFading();
    await accept(standing);
    await runTimerAt(clock('2026-04-24', 21));
    expect(messenger.sent).toEqual([]);
    await runTimerAt(clock('2026-04-25', 10));
    expect(messenger.sent).toEqual([]);
    await runTimerAt(clock('2026-04-25', 10.5));
    expect(messenger.sent).toHaveLength(1);
    expect(town.lines.filter(({ level }) => level === 'error')).toEqual([]);
  });

  test('may be told of again where the message did not go out', async () => {
    const { accept, messenger, runDaily, walletOf, anna, town } = await openFading();
    await accept(standing);
    messenger.answer = 'no_credit';
    expect(await runDaily('2026-04-20', '2026-04-25')).toEqual(['2026-04-24']);
    expect(await walletOf(anna)).not.toHaveProperty('toldUntilOn');
    messenger.answer = 'sent';
    town.goTo(clock('2026-04-25', 13));
    await accept(standing);
    expect(await runDaily('2026-04-26', '2026-05-05')).toEqual(['2026-04-26']);
  });
});

describe('points that end', () => {
  test('are told of with their number, once, however late the timer is', async () => {
    const { accept, messenger, runDaily, anna, communityId } = await openFading(1);
    await accept(standing);
    expect((await anna.get('membership.standing', { communityId })).points.expiring).toEqual({ points: 5, on: '2027-03-31' });
    expect(await runDaily('2027-03-20', '2027-04-05')).toEqual(['2027-03-25']);
    expect(messenger.sent).toMatchObject([
      { fields: { what: { fading: [{ what: 'points', points: 5, untilOn: '2027-03-31' }] }, until: { day: '2027-03-31' } } },
    ]);
  });
});
