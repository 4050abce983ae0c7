// The timer: work that no person's tap starts is done once, whatever fires twice, late, or dies halfway.
import { describe, expect, test } from 'vitest';
import { done } from '#core/rules/decision';
import type { JournalDocument, StockDocument } from '#core/tables';
import { DAY_MS, MINUTE_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { defineJob, jobKey } from '#server/app/jobs/define-job';
import { Fault } from '#server/ports/fault';
import type { Store } from '#server/ports/store';
import { createTown, openShop } from '../support/town';

async function journalsOf(store: Store, communityId: string): Promise<JournalDocument[]> {
  const page = await store.list('journal.byStamp', communityId, { prefix: [], order: 'ascending' }, 200);
  return (page.documents as unknown as JournalDocument[]).filter(({ memberId }) => memberId === '_timer');
}

async function openOver() {
  const shop = await openShop();
  const campaignId = await shop.publish({ type: 'coupon_drop', endsOn: '2026-03-03', parameters: { stock: 5 } });
  const stockId = `${shop.communityId}/stock/${campaignId}`;
  const stock = async () => (await shop.town.store.read([stockId])).get(stockId) as unknown as StockDocument;
  const state = async () => {
    const { card } = await shop.owner.get('campaign.open', { communityId: shop.communityId, campaignId });
    return card.state;
  };
  return { ...shop, campaignId, stock, state };
}

describe('a campaign whose last day is over', () => {
  test('is ended by the timer, and what nobody claimed goes back', async () => {
    const { town, owner, communityId, campaignId, stock, state } = await openOver();
    await owner.get('coupon.claim', { communityId, campaignId });
    town.goToDay('2026-03-03', 23);
    await town.runTimer();
    expect(await state()).toBe('live');
    town.goToDay('2026-03-04', 0);
    await town.runTimer();
    expect(await state(), 'a request of the last minute may still be under way').toBe('live');
    town.wait(10 * MINUTE_MS);
    await town.runTimer();
    expect(await state()).toBe('ended');
    expect(await stock()).toMatchObject({ couponsReserved: 1, couponsIssued: 1 });
  });

  test('is ended once when the timer fires twice, at once, and again days late', async () => {
    const { town, communityId, state } = await openOver();
    town.goToDay('2026-03-20');
    await Promise.all([town.runTimer(), town.runTimer()]);
    expect(await state()).toBe('ended');
    const before = (await journalsOf(town.store, communityId)).map(({ id }) => id);
    town.wait(DAY_MS);
    await town.runTimer();
    const after = (await journalsOf(town.store, communityId)).filter(({ action }) => action === 'timer.close');
    expect(after).toHaveLength(1);
    expect(before).toContain(after[0]?.id);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('leaves nobody as having come: the system is no member', async () => {
    const { town, owner, communityId } = await openOver();
    town.goToDay('2026-03-20');
    await town.runTimer();
    const { day, members } = await owner.get('analytics.today', { communityId });
    expect(day.entered).toBe(0);
    expect(members).toBe(1);
    expect((await town.store.read([`${communityId}/member/_timer`])).size).toBe(0);
  });
});

/** A job that has something to do in every community, and one piece of it at a time. */
function countingJob(done_: string[], name = 'count') {
  return defineJob({
    name,
    looksFor: 'something to count',
    find: async ({ communityId }) => [{ key: jobKey(name, communityId) }],
    decide: () => done({}, [{ kind: 'campaign_posted', campaignId: 'none' }]),
    afterwards: async (_item, _done, { communityId }) => void done_.push(`${name} ${communityId}`),
  });
}

describe('the runner', () => {
  test('looks at nobody again before something is due', async () => {
    const { town } = await openOver();
    await town.runTimer();
    expect(await town.runTimer()).toEqual({ communities: 0, done: 0, failed: 0, cut: false });
    town.nextDay();
    expect((await town.runTimer()).communities).toBe(1);
  });

  test('comes to know a community that began after it did', async () => {
    const { town } = await openOver();
    await town.runTimer();
    const young = await openShop(town, { name: '小果蔬' });
    town.goToDay('2026-03-04');
    await town.runTimer();
    expect((await young.owner.get('analytics.days', { communityId: young.communityId })).days).toHaveLength(2);
  });

  test('comes to know everybody even where somebody has called it before it ever ran', async () => {
    const { town, owner, communityId, campaignId } = await openOver();
    await openShop(town, { name: '小果蔬' });
    await owner.get('campaign.end', { communityId, campaignId });
    expect((await town.runTimer()).communities).toBe(2);
  });

  test('is not led astray by a clock that runs ahead once and is put right', async () => {
    const { town, owner, communityId } = await openShop();
    await town.runTimer();
    town.goToDay('2027-03-02');
    await town.runTimer();
    town.goToDay('2026-03-02', 12);
    const young = await openShop(town, { name: '小果蔬' });
    const drop = { type: 'coupon_drop', endsOn: '2026-03-03', parameters: { stock: 5 } } as const;
    const campaignId = await young.publish(drop);
    town.goToDay('2026-03-04');
    await town.runTimer();
    const { card } = await young.owner.get('campaign.open', { communityId: young.communityId, campaignId });
    expect(card.state, 'whoever began after the clock was put right is known as soon as ever').toBe('ended');
    const agendaId = `${communityId}/agenda`;
    const agenda = (await town.store.read([agendaId])).get(agendaId);
    expect(agenda).toMatchObject({ dueAt: expect.toSatisfy((dueAt: number) => dueAt < Date.UTC(2026, 2, 6)) });
    expect((await owner.get('analytics.today', { communityId })).members).toBe(1);
  });

  test('does not wait for the far day for which somebody has called it before it ever ran', async () => {
    const { town, communityId } = await openOver();
    const agendaId = `${communityId}/agenda`;
    const far = Date.UTC(2026, 4, 1);
    await town.store.decide([agendaId], () => ({
      reply: null,
      writes: [{ kind: 'insert', document: { id: agendaId, dueAt: far, job: null } }],
    }));
    expect((await town.runTimer()).communities).toBe(1);
    expect((await town.store.read([agendaId])).get(agendaId)).toMatchObject({ dueAt: expect.toSatisfy((dueAt: number) => dueAt < far) });
  });

  test('goes on where its time ran out, so that every job of every community gets its turn', async () => {
    const town = createTown();
    for (const name of ['一号', '二号', '三号']) await openShop(town, { name: `${name}果蔬` });
    const counted: string[] = [];
    const jobs = [countingJob(counted, 'one'), countingJob(counted, 'two')];
    let elapsed = 0;
    // Every look at the stopwatch takes a second: there is time for one piece of work per run.
    const stopwatch = () => {
      elapsed += 1_000;
      return elapsed;
    };
    for (let run = 0; run < 30; run += 1) {
      await town.runTimer({ jobs, stopwatch, budgetMs: 3_500 });
      town.wait(MINUTE_MS);
    }
    expect(new Set(counted).size).toBe(6);
    expect(counted).toHaveLength(6);
  });

  test('logs a piece of work that fails, does the others, and tries it again', async () => {
    const { town } = await openOver();
    let failures = 1;
    const counted: string[] = [];
    const failing = defineJob({
      name: 'failing',
      looksFor: 'trouble',
      find: async () => [{ key: 'failing.1' }, { key: 'failing.2' }],
      decide: ({ key }) => {
        if (key === 'failing.1' && failures > 0) {
          failures -= 1;
          throw new Error('not today');
        }
        return done({}, [{ kind: 'campaign_posted', campaignId: key }]);
      },
      afterwards: async ({ key }) => void counted.push(key),
    });
    const jobs = [failing, countingJob(counted)];
    expect(await town.runTimer({ jobs })).toMatchObject({ done: 2, failed: 1 });
    expect(town.lines.map(({ event, fields }) => [event, fields.job, fields.key])).toEqual([['job_failed', 'failing', 'failing.1']]);
    town.wait(5 * MINUTE_MS);
    expect(await town.runTimer({ jobs })).toMatchObject({ done: 1, failed: 0 });
    expect(counted).toEqual(['failing.2', expect.stringContaining('count'), 'failing.1']);
  });

  test('is harmless when it dies between a decision and what follows', async () => {
    const { town, communityId } = await openOver();
    town.goToDay('2026-03-10');
    let answers = 0;
    const dying: Store = {
      ...town.store,
      async decide(ids, work) {
        const reply = await town.store.decide(ids, work);
        answers += 1;
        // The answers of these decisions are lost on the way, though they have been kept.
        if (answers % 2 === 0) throw new Fault('store_unavailable', 'the connection is gone');
        return reply;
      },
    };
    for (let run = 0; run < 6; run += 1) {
      await town.runTimer({ store: dying });
      town.wait(10 * MINUTE_MS);
    }
    await town.runTimer();
    const closed = (await journalsOf(town.store, communityId)).filter(({ action }) => action === 'timer.close');
    expect(closed).toHaveLength(1);
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});
