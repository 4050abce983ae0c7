// Promises that broke: recorded once each when an invite campaign stops paying early, and made good by the owner.
import { describe, expect, test } from 'vitest';
import type { StockDocument } from '#core/tables';
import { DAY_MS, MINUTE_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { amountOff } from '../support/documents';
import { openInvites } from '../support/invites';
import type { Resident } from '../support/town';

async function openPromises(parameters: Record<string, number> = {}) {
  const stage = await openInvites(parameters);
  const { communityId, owner, invites, town, tap } = stage;
  const end = () => owner.get('campaign.end', invites);
  const waiting = async () => (await owner.get('promise.open', { communityId })).promises;
  const stock = async () => {
    const id = `${communityId}/stock/${invites.campaignId}`;
    return (await town.store.read([id])).get(id) as unknown as StockDocument;
  };
  const between = (inviter: Resident, friend: Resident) => ({
    ...invites,
    memberId: inviter.memberIdIn(communityId),
    about: friend.memberIdIn(communityId),
  });
  const checkIn = (person: Resident) => person.get('checkin.checkIn', tap);
  return { ...stage, end, waiting, stock, between, checkIn };
}

describe('an invite campaign that its owner ends early', () => {
  test('owes both sides what they were promised, once per friend who had joined and not acted', async () => {
    const { town, anna, bring, end, waiting, owner, communityId, threads, checkIn } = await openPromises({ amountOffFen: 300 });
    const [paid, friend] = [await bring(anna, 'paid'), await bring(anna, 'friend')];
    await checkIn(paid);
    await end();
    await Promise.all([town.runTimer(), town.runTimer()]);
    town.wait(MINUTE_MS);
    await town.runTimer();
    const promises = await waiting();
    expect(promises).toHaveLength(1);
    expect(promises[0]).toMatchObject({
      reason: 'ended_early',
      owed: { kind: 'invite', friend: [{ benefit: amountOff(300), thresholdFen: 0 }], inviter: [{ benefit: amountOff(300) }] },
      member: { memberId: anna.memberIdIn(communityId) },
      friend: { memberId: friend.memberIdIn(communityId) },
    });
    expect((await owner.get('analytics.days', { communityId })).promises).toBe(1);
    expect((await threads(anna)).map(({ state, reason }) => `${state} ${reason}`).sort()).toEqual([
      'refused campaign_over',
      'rewarded null',
    ]);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('is looked at by the timer at once, and not only when the day is over', async () => {
    const { town, anna, bring, end, waiting } = await openPromises();
    await bring(anna, 'friend');
    await town.runTimer();
    expect((await town.runTimer()).communities).toBe(0);
    const endedAt = town.now();
    await end();
    town.wait(MINUTE_MS);
    expect((await town.runTimer()).communities).toBe(1);
    expect(await waiting()).toMatchObject([{ brokenAt: endedAt }]);
  });

  test('owes nothing to whom it promised nothing: who only looked, who joined after the end, who is beyond the limit', async () => {
    const { town, anna, bring, end, waiting, open, cardOf, communityId, threads } = await openPromises({ inviterMax: 1, inviterDayMax: 1 });
    await open(town.person('looked'), await cardOf(anna));
    const late = town.person('late');
    await open(late, await cardOf(anna));
    const first = await bring(anna, 'first');
    await bring(anna, 'second');
    await end();
    town.wait(MINUTE_MS);
    await late.get('community.join', { communityId });
    await town.runTimer();
    expect((await waiting()).map(({ friend }) => friend?.memberId)).toEqual([first.memberIdIn(communityId)]);
    // Whoever waited in vain is told so; nobody is looked at again.
    expect((await threads(anna)).map(({ state }) => state).sort()).toEqual(['opened', 'refused', 'refused', 'refused']);
    const again = await town.runTimer();
    expect(again.done).toBe(0);
  });

  test('owes nothing when its last day is simply over', async () => {
    const { town, anna, bring, waiting, owner, communityId } = await openPromises();
    const friend = await bring(anna, 'friend');
    const other = await openOtherPlan(owner, communityId);
    town.goToDay('2026-04-02');
    await town.runTimer();
    await town.runTimer();
    await friend.get('checkin.checkIn', { communityId, campaignId: other });
    expect(await waiting()).toEqual([]);
  });

  test('has recorded it before the friend acts, or does so at that moment: never twice', async () => {
    for (const timerFirst of [true, false]) {
      const { town, anna, bring, end, waiting, owner, communityId } = await openPromises();
      const friend = await bring(anna, 'friend');
      const other = await openOtherPlan(owner, communityId);
      await end();
      if (timerFirst) await town.runTimer();
      await friend.get('checkin.checkIn', { communityId, campaignId: other });
      await town.runTimer();
      expect(await waiting()).toHaveLength(1);
      expect((await checkData(town.store)).differences).toEqual([]);
    }
  });
});

/** A second check-in plan that goes on when everything else has ended. */
async function openOtherPlan(owner: Resident, communityId: string): Promise<string> {
  const { types } = await owner.get('campaign.types', { communityId });
  const start = types.find(({ code }) => code === 'checkin_plan')?.start;
  if (start === undefined) throw new Error('there is a check-in plan');
  const { campaignId } = await owner.get('campaign.save', { communityId, draft: { ...start, title: '天天打卡', endsOn: '2026-05-31' } });
  await owner.get('campaign.publish', { communityId, campaignId });
  return campaignId;
}

describe('an invite campaign that is sold out', () => {
  test('owes those who had joined, at their first action or when the timer comes', async () => {
    const { town, anna, bring, checkIn, waiting, communityId } = await openPromises({ pairs: 1 });
    const [paid, acting, idle] = [await bring(anna, 'paid'), await bring(anna, 'acting'), await bring(anna, 'idle')];
    await checkIn(paid);
    expect((await checkIn(acting)).inviteCoupon).toBeNull();
    expect((await waiting()).map(({ reason, friend }) => [reason, friend?.memberId])).toEqual([
      ['sold_out', acting.memberIdIn(communityId)],
    ]);
    town.nextDay();
    await town.runTimer();
    expect((await waiting()).map(({ friend }) => friend?.memberId)).toEqual([acting, idle].map((one) => one.memberIdIn(communityId)));
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('that is paused owes whoever acts meanwhile, and the timer nobody: it may go on', async () => {
    const { town, anna, bring, checkIn, waiting, owner, invites, communityId } = await openPromises();
    const [acting, patient] = [await bring(anna, 'acting'), await bring(anna, 'patient')];
    await owner.get('campaign.pause', invites);
    await town.runTimer();
    expect(await waiting()).toEqual([]);
    await checkIn(acting);
    expect((await waiting()).map(({ reason, friend }) => [reason, friend?.memberId])).toEqual([['paused', acting.memberIdIn(communityId)]]);
    await owner.get('campaign.resume', invites);
    expect((await checkIn(patient)).inviteCoupon).not.toBeNull();
  });
});

describe('making good', () => {
  test('gives both their coupon, under the promised terms, with as many days to use it', async () => {
    const choices = { amountOffFen: 300, touchDays: 30 };
    const { town, anna, bring, end, owner, between, coupons, stock, communityId } = await openPromises(choices);
    const friend = await bring(anna, 'friend');
    town.goToDay('2026-03-11');
    await end();
    await town.runTimer();
    town.goToDay('2026-05-01');
    const before = await stock();
    const settled = await owner.get('promise.settle', between(anna, friend));
    // Promised on the eleventh, usable to the end of March: twenty days more, wherever they begin.
    expect(settled).toEqual({ coupons: 2, points: 0, useUntilOn: '2026-05-21' });
    for (const person of [anna, friend]) {
      const [ticket] = await coupons(person);
      expect(ticket).toMatchObject({
        benefit: amountOff(300),
        useFromOn: '2026-05-01',
        useUntilOn: '2026-05-21',
        reason: 'make_good',
        state: 'usable',
      });
    }
    const after = await stock();
    expect([after.couponsReserved, after.couponsIssued]).toEqual([before.couponsReserved + 2, before.couponsIssued + 2]);
    expect((await owner.get('promise.open', { communityId })).total).toBe(0);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('is done once: the second time says when', async () => {
    const { town, anna, bring, end, owner, between, coupons } = await openPromises();
    const friend = await bring(anna, 'friend');
    await end();
    await town.runTimer();
    const settledAt = town.now();
    await owner.get('promise.settle', between(anna, friend));
    town.wait(DAY_MS);
    const again = await owner.call('promise.settle', between(anna, friend));
    expect(again).toMatchObject({ ok: false, code: 'already_settled', data: { settledAt } });
    expect(await coupons(friend)).toHaveLength(1);
  });

  test('of nothing that was promised is not found, and is for the owner alone', async () => {
    const { anna, bring, between, owner } = await openPromises();
    const friend = await bring(anna, 'friend');
    expect(await owner.code('promise.settle', between(anna, friend))).toBe('not_found');
    expect(await anna.code('promise.settle', between(anna, friend))).toBe('co_owner_only');
  });

  test('shows the inviter a rewarded thread', async () => {
    const { town, anna, bring, end, owner, between, threads } = await openPromises();
    const friend = await bring(anna, 'friend');
    await end();
    await town.runTimer();
    await owner.get('promise.settle', between(anna, friend));
    expect(await threads(anna)).toMatchObject([{ state: 'rewarded', reason: null }]);
  });

  test('gives nothing to somebody who has left, and to the other what they were promised', async () => {
    const { town, anna, bring, end, owner, between, coupons, communityId } = await openPromises();
    const friend = await bring(anna, 'friend');
    await end();
    await town.runTimer();
    await friend.get('membership.erase', { communityId });
    expect(await owner.get('promise.settle', between(anna, friend))).toMatchObject({ coupons: 1 });
    expect(await coupons(anna)).toHaveLength(1);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('of more promises than a page or a look of the timer holds comes to an end', async () => {
    const { town, bring, end, owner, communityId, member } = await openPromises({ inviterMax: 5, inviterDayMax: 3 });
    for (let inviter = 0; inviter < 24; inviter += 1) {
      const person = await member(`inviter-${inviter}`);
      for (let friend = 0; friend < 3; friend += 1) await bring(person, `friend-${inviter}-${friend}`);
    }
    await end();
    const seen = new Set<string>();
    await town.runTimer();
    await town.runTimer();
    let cursor: string | null = null;
    do {
      const page: Awaited<ReturnType<typeof owner.get<'promise.open'>>> = await owner.get('promise.open', {
        communityId,
        ...(cursor === null ? {} : { cursor }),
      });
      expect(page.total).toBe(72);
      for (const { friend } of page.promises) seen.add(friend?.memberId ?? '');
      cursor = page.cursor;
    } while (cursor !== null);
    expect(seen.size).toBe(72);
  });
});
