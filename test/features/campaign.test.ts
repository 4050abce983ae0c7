// A campaign's life through the real application: draft, complete terms, publish, pause, resume, end, post; and what is counted.
import { describe, expect, test } from 'vitest';
import { openShop } from '../support/town';

describe('a draft', () => {
  test('is saved as it is and says everything that keeps it from being published, field by field', async () => {
    const { owner, save, communityId } = await openShop();
    const campaignId = await save({
      type: 'coupon_drop',
      startsOn: '2026-03-20',
      endsOn: '2026-03-10',
      groupId: 'nobody-bound-it',
      parameters: { stock: 0, perMemberMax: -5, amountOffFen: 3_000_000, useUntilOn: 'soon', surprise: 1 },
    });
    const preview = await owner.get('campaign.preview', { communityId, campaignId });
    const paths = preview.problems.map((problem) => problem.path);
    expect(paths.sort()).toEqual(['amountOffFen', 'endsOn', 'groupId', 'perMemberMax', 'stock', 'surprise', 'useUntilOn']);
    expect(preview).toMatchObject({ terms: [], reserve: { coupons: 0, points: 0 } });
    const reply = await owner.call('campaign.publish', { communityId, campaignId });
    expect(reply).toMatchObject({ code: 'draft_incomplete' });
    expect(reply.ok ? [] : [...(reply.data as { paths: string[] }).paths].sort()).toEqual(paths);
  });

  test.each([
    ['milestones', [{ days: -3, points: 0 }]],
    [
      'milestones',
      [
        { days: 7, points: 1 },
        { days: 7, points: 2 },
      ],
    ],
    ['pointsPerDay', 'five'],
    ['pointsBudget', -1],
  ])('of a check-in plan with a wrong %s can still be looked at', async (name, value) => {
    const { owner, save, communityId } = await openShop();
    const campaignId = await save({ type: 'checkin_plan', parameters: { [name]: value } });
    const preview = await owner.get('campaign.preview', { communityId, campaignId });
    expect(preview.problems.map((problem) => problem.path.split('.')[0])).toEqual([name]);
    expect((await owner.get('analytics.today', { communityId })).campaigns).toHaveLength(1);
  });

  test('is nobody else’s to see, open, claim, or count', async () => {
    const { save, member, owner, communityId } = await openShop();
    const anna = await member('anna');
    const draft = { communityId, campaignId: await save({ type: 'coupon_drop' }) };
    expect((await anna.get('community.home', { communityId })).campaigns).toEqual([]);
    expect(await anna.code('campaign.open', draft)).toBe('not_found');
    expect(await anna.code('coupon.claim', draft)).toBe('not_found');
    expect(await anna.code('campaign.preview', draft)).toBe('co_owner_only');
    expect(await anna.get('campaign.reach', { communityId, seen: [draft.campaignId], opened: [draft.campaignId] })).toEqual({ counted: 0 });
    await anna.get('community.enter', { communityId, campaignId: draft.campaignId });
    expect((await owner.get('analytics.today', { communityId })).campaigns[0]?.funnel).toEqual({
      seen: 0,
      opened: 0,
      claimed: 0,
      redeemed: 0,
    });
  });

  test('of yesterday cannot be published, one that ends today can', async () => {
    const { town, owner, save, communityId } = await openShop();
    const campaignId = await save({ type: 'coupon_drop', startsOn: '2026-03-02', endsOn: '2026-03-03' });
    town.goToDay('2026-03-04');
    expect(await owner.code('campaign.publish', { communityId, campaignId })).toBe('draft_incomplete');
    town.goToDay('2026-03-03');
    expect(await owner.code('campaign.publish', { communityId, campaignId })).toBe('ok');
  });

  test('of one type keeps its id when it is saved again, and has no version but the first before it is published', async () => {
    const { owner, save, communityId } = await openShop();
    const campaignId = await save({ type: 'coupon_drop' });
    const { draft, card } = await owner.get('campaign.preview', { communityId, campaignId });
    expect(card.version).toBe(1);
    expect(await owner.get('campaign.save', { communityId, campaignId, draft: { ...draft, title: '新标题' } })).toMatchObject({
      campaignId,
    });
    expect((await owner.get('campaign.preview', { communityId, campaignId })).card).toMatchObject({ version: 1, title: '新标题' });
  });

  test('saved twice with one requestId is one draft', async () => {
    const { owner, communityId } = await openShop();
    const { types } = await owner.get('campaign.types', { communityId });
    const draft = { ...(types[0]?.start as NonNullable<(typeof types)[0]>['start']), title: '新活动' };
    const first = await owner.get('campaign.save', { communityId, draft }, 'save-request');
    expect(await owner.get('campaign.save', { communityId, draft }, 'save-request')).toEqual(first);
    expect((await owner.get('analytics.today', { communityId })).campaigns).toHaveLength(1);
  });
});

describe('publishing', () => {
  test('sets stock and points aside in the same step, once', async () => {
    const { owner, save, communityId } = await openShop();
    const input = { communityId, campaignId: await save({ type: 'invite_reward', parameters: { pairs: 7 } }) };
    const replies = await Promise.all([1, 2, 3].map(() => owner.call('campaign.publish', input)));
    expect(replies.filter((reply) => reply.ok)).toEqual([{ ok: true, value: { coupons: 14, points: 0 } }]);
    expect(replies.filter((reply) => !reply.ok)).toMatchObject(Array(2).fill({ code: 'campaign_not_draft', data: { state: 'live' } }));
    expect((await owner.get('analytics.today', { communityId })).campaigns[0]).toMatchObject({ couponsReserved: 14, couponsIssued: 0 });
  });

  test('shows members the very terms that the owner read', async () => {
    const { owner, save, member, communityId } = await openShop();
    const anna = await member('anna');
    for (const type of ['checkin_plan', 'coupon_drop', 'invite_reward'] as const) {
      const input = { communityId, campaignId: await save({ type }) };
      const { terms } = await owner.get('campaign.preview', input);
      expect(terms.length).toBeGreaterThan(5);
      await owner.get('campaign.publish', input);
      expect((await anna.get('campaign.open', input)).terms).toEqual(terms);
    }
  });
});

describe('a live campaign', () => {
  test('is paused, resumed and ended, and each step says from where it cannot be taken', async () => {
    const { owner, save, communityId } = await openShop();
    const input = { communityId, campaignId: await save({ type: 'coupon_drop' }) };
    const refused = async (action: 'campaign.pause' | 'campaign.resume' | 'campaign.end' | 'campaign.post') => {
      const reply = await owner.call(action, input);
      return reply.ok ? 'ok' : `${reply.code} ${(reply.data as { state: string }).state}`;
    };
    const all = async () => [await refused('campaign.pause'), await refused('campaign.resume'), await refused('campaign.post')];
    expect([...(await all()), await refused('campaign.end')]).toEqual([
      'campaign_not_live draft',
      'campaign_not_paused draft',
      'campaign_not_live draft',
      'campaign_not_live draft',
    ]);
    await owner.get('campaign.publish', input);
    expect(await refused('campaign.resume')).toBe('campaign_not_paused live');
    expect(await all()).toEqual(['ok', 'ok', 'ok']);
    await owner.get('campaign.pause', input);
    expect([await refused('campaign.pause'), await refused('campaign.post')]).toEqual([
      'campaign_not_live paused',
      'campaign_not_live paused',
    ]);
    expect(await refused('campaign.end')).toBe('ok');
    expect([...(await all()), await refused('campaign.end')]).toEqual([
      'campaign_not_live ended',
      'campaign_not_paused ended',
      'campaign_not_live ended',
      'campaign_not_live ended',
    ]);
  });

  test('ends and gives back the points that it has not paid', async () => {
    const { owner, publish, member, communityId } = await openShop();
    const input = { communityId, campaignId: await publish({ type: 'checkin_plan', parameters: { pointsBudget: 100 } }) };
    const anna = await member('anna');
    await anna.get('checkin.checkIn', input);
    expect(await owner.get('campaign.end', input)).toEqual({ pointsReleased: 95, couponsReleased: 0, couponsHeld: 0, goodsReleased: 0 });
    expect((await owner.get('analytics.today', { communityId })).campaigns[0]).toMatchObject({ pointsReserved: 5, pointsIssued: 5 });
    expect((await anna.get('points.statement', { communityId })).balance).toBe(5);
  });

  test('is on the wall while it runs, and gone when it is over', async () => {
    const { town, owner, publish, member, communityId } = await openShop();
    const anna = await member('anna');
    const short = await publish({ type: 'coupon_drop', endsOn: '2026-03-03' });
    const ended = await publish({ type: 'coupon_drop' });
    const long = await publish({ type: 'coupon_drop' });
    await owner.get('campaign.end', { communityId, campaignId: ended });
    const wall = async () => (await anna.get('community.home', { communityId })).campaigns.map((card) => card.campaignId).sort();
    expect(await wall()).toEqual([short, long].sort());
    town.goToDay('2026-03-04');
    expect(await wall()).toEqual([long]);
    expect((await anna.get('campaign.open', { communityId, campaignId: ended })).card.locked).toMatchObject({ code: 'campaign_ended' });
  });

  test('gives a card for the chat that opens its own page', async () => {
    const { owner, publish, communityId } = await openShop();
    const campaignId = await publish({ type: 'coupon_drop' });
    const { card } = await owner.get('campaign.post', { communityId, campaignId });
    expect(card.title).toBe('三月活动');
    expect(card.path).toContain(`c=${communityId}&id=${campaignId}`);
  });
});

describe('the counts of a campaign', () => {
  test('equal the script: seen, opened, claimed, redeemed, each person once', async () => {
    const { owner, publish, member, clerk, town, communityId } = await openShop();
    const campaignId = await publish({ type: 'coupon_drop', parameters: { perMemberMax: 2 } });
    const drop = { communityId, campaignId };
    const cashier = await clerk('clerk');
    const people = await Promise.all(Array.from({ length: 12 }, (_, index) => member(`member-${index}`)));
    const visitor = town.person('visitor');
    // Twelve members and a visitor see it, many times; nine open it; six claim, two of them twice; three redeem, one is undone.
    for (const person of [...people, visitor]) {
      for (let time = 0; time < 3; time += 1)
        await person.get('campaign.reach', { communityId, seen: [campaignId, campaignId], opened: [] });
    }
    for (const person of people.slice(0, 9)) {
      for (let time = 0; time < 2; time += 1) await person.get('campaign.reach', { communityId, seen: [], opened: [campaignId] });
    }
    const claims = [...people.slice(0, 6), ...people.slice(0, 2)];
    const tickets = await Promise.all(claims.map(async (person) => ({ person, ...(await person.get('coupon.claim', drop)) })));
    for (const { person, ticket } of tickets.slice(0, 3)) {
      const { code } = await person.get('redemption.code', { communityId, couponId: ticket.couponId });
      const { scanToken } = await cashier.get('redemption.scan', { communityId, code: code.token });
      await cashier.get('redemption.confirm', { communityId, scanToken, orderFen: 5_000 });
    }
    const undone = tickets[2]?.ticket.couponId ?? '';
    await owner.get('redemption.undo', { communityId, couponId: undone, reason: '按错了' });
    const { campaigns, day } = await owner.get('analytics.today', { communityId });
    expect(campaigns[0]).toMatchObject({ funnel: { seen: 13, opened: 9, claimed: 6, redeemed: 2 }, couponsIssued: 8 });
    expect(day).toMatchObject({ joined: 14, claimed: 6 });
  });

  test('go down the funnel: who opened has seen', async () => {
    const { owner, publish, town, communityId } = await openShop();
    const campaignId = await publish({ type: 'coupon_drop' });
    const visitor = town.person('visitor');
    expect(await visitor.get('campaign.reach', { communityId, seen: [], opened: [campaignId, 'unknown'] })).toEqual({
      counted: 2,
    });
    expect(await visitor.code('campaign.reach', { communityId, seen: [], opened: ['__proto__'] })).toBe('invalid_input');
    await visitor.get('community.enter', { communityId, campaignId });
    expect((await owner.get('analytics.today', { communityId })).campaigns[0]?.funnel).toMatchObject({ seen: 1, opened: 1 });
  });

  test('of a day count each person once, and begin again at midnight', async () => {
    const { owner, town, member, communityId } = await openShop();
    const anna = await member('anna');
    await anna.get('community.enter', { communityId });
    await anna.get('community.enter', { communityId });
    expect((await owner.get('analytics.today', { communityId })).day).toMatchObject({ entered: 2, joined: 2 });
    town.nextDay();
    expect((await owner.get('analytics.today', { communityId })).day).toMatchObject({ entered: 0, joined: 0 });
    await anna.get('community.enter', { communityId });
    expect((await owner.get('analytics.today', { communityId })).day).toMatchObject({ entered: 1 });
  });
});

test('a long campaign stays on the home page behind any number of newer ones that are over but were never ended', async () => {
  const { town, publish, member, communityId } = await openShop();
  const plan = await publish({ type: 'checkin_plan', endsOn: '2026-12-31' });
  for (let made = 1; made < 50; made += 1) {
    town.wait(1);
    await publish({ type: 'coupon_drop', endsOn: '2026-03-02' });
  }
  const anna = await member('anna');
  town.goToDay('2026-03-10');
  const { campaigns } = await anna.get('community.home', { communityId });
  expect(campaigns.map((card) => card.campaignId)).toEqual([plan]);
});

test('fifty campaigns run at a time: one has to end before the next is published', async () => {
  const { owner, save, publish, communityId } = await openShop();
  const first = await publish({ type: 'coupon_drop' });
  for (let made = 1; made < 50; made += 1) await publish({ type: 'coupon_drop' });
  const campaignId = await save({ type: 'coupon_drop' });
  const refused = await owner.call('campaign.publish', { communityId, campaignId });
  expect(refused).toEqual({ ok: false, code: 'too_many_open', data: { max: 50 } });
  await owner.get('campaign.pause', { communityId, campaignId: first });
  expect(await owner.code('campaign.publish', { communityId, campaignId })).toBe('too_many_open');
  await owner.get('campaign.end', { communityId, campaignId: first });
  expect(await owner.code('campaign.publish', { communityId, campaignId })).toBe('ok');
});

test('a campaign whose last day has passed has no card to post, though nobody ended it', async () => {
  const { town, owner, publish, communityId } = await openShop();
  const campaignId = await publish({ type: 'coupon_drop', endsOn: '2026-03-03' });
  town.goToDay('2026-03-03', 23);
  expect(await owner.code('campaign.post', { communityId, campaignId })).toBe('ok');
  town.goToDay('2026-03-04', 0);
  expect(await owner.call('campaign.post', { communityId, campaignId })).toEqual({
    ok: false,
    code: 'campaign_not_live',
    data: { state: 'ended' },
  });
});
