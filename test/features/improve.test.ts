// A published campaign only gets better (D3, D4, P17, RULE-03): what it promises more is set aside at once, and every version stays.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { InputOf } from '#core/contract';
import type { JournalDocument } from '#core/tables';
import { MINUTE_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { type DraftChoices, openShop } from '../support/town';

type Draft = InputOf<'campaign.improve'>['draft'];

async function openRunning(choices: Partial<DraftChoices> = {}) {
  const shop = await openShop();
  const { communityId, owner, town } = shop;
  const campaignId = await shop.publish({ type: 'coupon_drop', ...choices, parameters: { stock: 10, ...choices.parameters } });
  const drop = { communityId, campaignId };
  const draft = async () => (await owner.get('campaign.preview', drop)).draft;
  const better = async (part: Partial<Omit<Draft, 'parameters'>>, parameters: Draft['parameters'] = {}) => {
    const before = await draft();
    return owner.call('campaign.improve', { ...drop, draft: { ...before, ...part, parameters: { ...before.parameters, ...parameters } } });
  };
  const row = async () => {
    const { campaigns } = await owner.get('analytics.today', { communityId });
    const found = campaigns.find(({ card }) => card.campaignId === campaignId);
    if (found === undefined) throw new Error('the campaign is there');
    return found;
  };
  let claimers = 0;
  const claim = async (count: number) => {
    for (let n = 0; n < count; n += 1) {
      claimers += 1;
      const person = await shop.member(`claimer ${claimers}`);
      await person.get('coupon.claim', drop);
    }
  };
  const events = async () => {
    const page = await town.store.list('journal.byStamp', communityId, { prefix: [], order: 'ascending' }, 200);
    return (page.documents as unknown as readonly JournalDocument[]).flatMap((journal) => journal.events);
  };
  return { ...shop, drop, draft, better, row, claim, events };
}

describe('editing a published campaign', () => {
  test('refills nothing: with 3 of 10 claimed a new title leaves 7, and 12 in all leave 9', async () => {
    const { better, row, claim } = await openRunning();
    await claim(3);
    expect(await better({ title: '更好的券' })).toMatchObject({ ok: true, value: { version: 2, coupons: 0 } });
    expect(await row()).toMatchObject({ couponsReserved: 10, couponsIssued: 3, card: { left: 7, title: '更好的券' } });
    expect(await better({}, { stock: 12 })).toMatchObject({ ok: true, value: { version: 3, coupons: 2 } });
    expect(await row()).toMatchObject({ couponsReserved: 12, couponsIssued: 3, card: { left: 9, version: 3 } });
  });

  test.each<[string, Partial<Draft>, Draft['parameters']]>([
    ['less stock', {}, { stock: 9 }],
    ['a smaller amount', {}, { amountOffFen: 499 }],
    ['a higher threshold', {}, { thresholdFen: 3_001 }],
    ['fewer for each', {}, { perMemberMax: 0 }],
    ['less time to use it', {}, { useUntilOn: '2026-03-30' }],
    ['a later first day', {}, { useFromOn: '2026-03-03' }],
    ['an earlier end', { endsOn: '2026-03-30' }, {}],
    ['only one group', { groupId: 'fruit-group' }, {}],
    ['another way to keep the stock', {}, { rush: 1 }],
  ])('is refused for %s, by the field', async (_what, part, parameters) => {
    const { better, row } = await openRunning({ startsOn: '2026-03-02', endsOn: '2026-03-31' });
    const path = Object.keys({ ...part, ...parameters })[0];
    expect(await better(part, parameters)).toEqual({ ok: false, code: 'would_worsen', data: { paths: [path] } });
    expect(await row()).toMatchObject({ couponsReserved: 10, card: { version: 1 } });
  });

  test('opens one group’s campaign to everybody, lasts longer, and may begin earlier while it has not begun', async () => {
    const { better, row } = await openRunning({ groupId: 'fruit-group', startsOn: '2026-03-10', endsOn: '2026-03-20' });
    expect(await better({ startsOn: '2026-03-11' })).toMatchObject({ code: 'would_worsen', data: { paths: ['startsOn'] } });
    expect(await better({ startsOn: '2026-03-01' })).toMatchObject({ code: 'would_worsen', data: { paths: ['startsOn'] } });
    const longer = { groupId: null, startsOn: '2026-03-02', endsOn: '2026-03-22' };
    expect(await better(longer, { useUntilOn: '2026-03-22' })).toMatchObject({ ok: true });
    expect(await row()).toMatchObject({ card: { startsOn: '2026-03-02', endsOn: '2026-03-22', groupId: null } });
  });

  test('lets more people in than it was for, never fewer, and changes nothing for those who come early', async () => {
    const audience = { tierMin: 'fan', tags: [], streakDaysMin: 3, newcomerDaysMax: null, earlyTier: null, earlyHours: 0 } as const;
    const { better, owner, drop } = await openRunning({ audience });
    expect(await better({ audience: { ...audience, streakDaysMin: 4 } })).toMatchObject({
      code: 'would_worsen',
      data: { paths: ['audience'] },
    });
    expect(await better({ audience: { ...audience, newcomerDaysMax: 9 } })).toMatchObject({ code: 'would_worsen' });
    expect(await better({ audience: { ...audience, tierMin: 'user' } })).toMatchObject({ ok: true });
    const { audience: _gone, ...open } = (await owner.get('campaign.preview', drop)).draft;
    expect(await owner.get('campaign.improve', { ...drop, draft: open })).toMatchObject({ version: 3 });
    expect((await owner.get('campaign.preview', drop)).draft.audience).toBeUndefined();
  });

  test('is refused where a new text would not pass, where something is missing, and once the campaign is over', async () => {
    const { better, owner, drop, town } = await openRunning({ endsOn: '2026-03-05' });
    expect(await better({ title: '转发抽奖' })).toMatchObject({ code: 'content_refused' });
    expect(await better({ endsOn: '2026-03-09' })).toMatchObject({ code: 'draft_incomplete', data: { paths: ['useUntilOn'] } });
    await owner.get('campaign.pause', drop);
    expect(await better({}, { stock: 11 })).toMatchObject({ ok: true });
    town.goToDay('2026-03-06');
    expect(await better({}, { stock: 12 })).toMatchObject({ code: 'campaign_not_live', data: { state: 'ended' } });
  });

  test('that changes nothing is no new version', async () => {
    const { better, row } = await openRunning();
    expect(await better({})).toMatchObject({ ok: true, value: { version: 1, coupons: 0, points: 0 } });
    expect((await row()).card.version).toBe(1);
  });

  test('by two owners’ phones at once takes back nothing that the other has just promised', async () => {
    const { draft, owner, drop, row, town } = await openRunning();
    const before = await draft();
    const raise = (stock: number) =>
      owner.call('campaign.improve', { ...drop, draft: { ...before, parameters: { ...before.parameters, stock } } });
    const replies = await Promise.all([raise(20), raise(15)]);
    expect(replies[0]).toMatchObject({ ok: true, value: { version: 2, coupons: 10 } });
    expect(replies[1]).toMatchObject({ ok: false, code: 'would_worsen', data: { paths: ['stock'] } });
    expect(await row()).toMatchObject({ couponsReserved: 20, card: { version: 2 } });
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('leaves a coupon under the version of its claim, and everybody sees what each version changed', async () => {
    const { better, member, drop, owner, communityId, town } = await openRunning();
    const [anna, ben] = [await member('anna'), await member('ben')];
    const { ticket } = await anna.get('coupon.claim', drop);
    expect((await anna.get('campaign.open', drop)).improvement).toBeNull();
    town.wait(MINUTE_MS);
    await better({}, { amountOffFen: 800, stock: 20 });
    const wallet = await anna.get('coupon.wallet', { communityId });
    expect(wallet.tickets).toEqual([ticket]);
    expect((await ben.get('coupon.claim', drop)).ticket).toMatchObject({ version: 2, benefit: { kind: 'amount_off', amountOffFen: 800 } });
    const changes = [
      { path: 'amountOffFen', kind: 'fen', before: 500, after: 800 },
      { path: 'stock', kind: 'count', before: 10, after: 20 },
    ];
    expect((await anna.get('campaign.open', drop)).improvement).toMatchObject({ version: 2, at: town.now(), changes });
    const { versions } = await town.person('stranger').get('campaign.versions', drop);
    expect(versions).toMatchObject([
      { version: 2, changes },
      { version: 1, changes: [] },
    ]);
    await owner.get('campaign.end', drop);
    expect((await anna.get('campaign.versions', drop)).versions).toHaveLength(2);
  });

  test('or closing it changes nothing at the counter: a coupon is used by the terms of its claim', async () => {
    const { better, member, clerk, drop, owner, communityId, town } = await openRunning();
    const [anna, cashier] = [await member('anna'), await clerk('kim')];
    const { ticket } = await anna.get('coupon.claim', drop);
    town.wait(MINUTE_MS);
    await better({ title: '改过的券' }, { amountOffFen: 800, thresholdFen: 0 });
    await owner.get('campaign.end', drop);
    const { code } = await anna.get('redemption.code', { communityId, couponId: ticket.couponId });
    const { scanToken } = await cashier.get('redemption.scan', { communityId, code: code.token });
    const order = { communityId, scanToken, orderFen: ticket.thresholdFen };
    expect(await cashier.code('redemption.confirm', { ...order, orderFen: ticket.thresholdFen - 1 })).toBe('below_threshold');
    expect(await cashier.get('redemption.preview', order)).toMatchObject({ offFen: 500 });
    await cashier.get('redemption.confirm', order);
    const [line] = (await owner.get('redemption.recent', { communityId })).lines;
    expect(line).toMatchObject({ title: ticket.title, orderFen: ticket.thresholdFen, payFen: ticket.thresholdFen - 500 });
  });

  test('shares more coupons out over the parts of a rush', async () => {
    const { better, row, town, member, drop } = await openRunning({ parameters: { rush: 1, stock: 20 } });
    await better({}, { stock: 33 });
    expect(await row()).toMatchObject({ couponsReserved: 33, card: { left: 33 } });
    const people = await Promise.all(Array.from({ length: 40 }, (_, n) => member(`person ${n}`)));
    const codes = await Promise.all(people.map((person) => person.code('coupon.claim', drop)));
    expect(codes.filter((code) => code === 'ok')).toHaveLength(33);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('of a plan takes the points that it adds from the owner, in balanced entries', async () => {
    const { publish, owner, communityId, town } = await openShop();
    const plan = { communityId, campaignId: await publish({ type: 'checkin_plan', parameters: { pointsBudget: 100 } }) };
    const { draft } = await owner.get('campaign.preview', plan);
    const parameters = {
      ...draft.parameters,
      pointsBudget: 250,
      milestones: [...(draft.parameters.milestones as []), { days: 30, points: 5 }],
    };
    expect(await owner.get('campaign.improve', { ...plan, draft: { ...draft, parameters } })).toEqual({
      version: 2,
      coupons: 0,
      points: 150,
    });
    expect(await owner.get('campaign.end', plan)).toMatchObject({ pointsReleased: 250 });
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

describe('the warning that little is left', () => {
  test('comes once, at the claim that crosses the share, and again after the stock was raised and ran low again', async () => {
    const { claim, events, row, better } = await openRunning();
    const warnings = async () => (await events()).filter((event) => event.kind === 'stock_low');
    await claim(7);
    expect(await warnings()).toEqual([]);
    expect((await row()).low).toEqual([]);
    await claim(1);
    expect(await warnings()).toMatchObject([{ unit: 'coupons', left: 2 }]);
    await claim(1);
    expect(await warnings()).toHaveLength(1);
    expect(await row()).toMatchObject({ low: ['coupons'], gone: [], lowAtPercent: 20 });
    await claim(1);
    expect(await row()).toMatchObject({ low: ['coupons'], gone: ['coupons'] });
    await better({}, { stock: 20 });
    expect((await row()).low).toEqual([]);
    await claim(7);
    expect(await warnings()).toHaveLength(2);
  });

  test('follows a share that the owner sets while the campaign runs', async () => {
    const { claim, owner, drop, events, row, town } = await openRunning();
    await owner.get('campaign.warnAt', { ...drop, percent: 50 });
    await claim(5);
    expect((await row()).low).toEqual(['coupons']);
    await owner.get('campaign.warnAt', { ...drop, percent: 0 });
    expect((await row()).low).toEqual([]);
    await claim(5);
    expect((await events()).filter((event) => event.kind === 'stock_low')).toMatchObject([{ left: 5 }, { left: 0 }]);
    await owner.get('campaign.end', drop);
    expect(await owner.code('campaign.warnAt', { ...drop, percent: 5 })).toBe('campaign_not_live');
    expect((await row()).low).toEqual([]);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('of a rush comes from the timer, which sees all parts, once', async () => {
    const { claim, events, town, row } = await openRunning({ parameters: { rush: 1, stock: 10 } });
    await claim(8);
    expect((await row()).low).toEqual(['coupons']);
    await town.runTimer();
    town.wait(11 * MINUTE_MS);
    await town.runTimer();
    expect((await events()).filter((event) => event.kind === 'stock_low')).toMatchObject([{ left: 2 }]);
    expect((await checkData(town.store)).differences).toEqual([]);
  });
});

test('over any mix of improving, claiming and ending, what was set aside is what was given and what is left', async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('claim' as const), person: fc.nat({ max: 5 }) }),
    fc.record({ kind: fc.constant('improve' as const), more: fc.integer({ min: -2, max: 5 }) }),
    fc.record({ kind: fc.constant('end' as const) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 14 }), fc.boolean(), async (steps, isRush) => {
      const { better, row, drop, owner, member, town } = await openRunning({
        parameters: { stock: 3, perMemberMax: 3, rush: isRush ? 1 : 0 },
      });
      const people = await Promise.all(Array.from({ length: 6 }, (_, n) => member(`person ${n}`)));
      let [reserved, issued, isOpen] = [3, 0, true];
      for (const one of steps) {
        if (one.kind === 'claim' && (await people[one.person]?.code('coupon.claim', drop)) === 'ok') issued += 1;
        if (one.kind === 'improve' && (await better({}, { stock: reserved + one.more })).ok) reserved += one.more;
        if (one.kind === 'end' && (await owner.code('campaign.end', drop)) === 'ok') [reserved, isOpen] = [issued, false];
        const now = await row();
        expect(now).toMatchObject({ couponsReserved: reserved, couponsIssued: issued });
        if (isOpen) expect(now.card.left).toBe(reserved - issued);
      }
      expect((await checkData(town.store)).differences).toEqual([]);
    }),
    { numRuns: 25 },
  );
});
