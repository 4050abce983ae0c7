// The kinds of invite campaigns through the real application: one side or both, and one coupon more at stated numbers of friends.
import { describe, expect, test } from 'vitest';
import { openInvites } from '../support/invites';

describe('an invite campaign for', () => {
  test.each([
    ['both', 1, 1],
    ['friend', 0, 1],
    ['inviter', 1, 0],
  ])('%s gives the inviter %i and the friend %i', async (sides, mine, theirs) => {
    const { anna, bring, tap, coupons, threads } = await openInvites({ sides });
    const friend = await bring(anna, 'friend');
    await friend.get('checkin.checkIn', tap);
    expect([(await coupons(anna)).length, (await coupons(friend)).length]).toEqual([mine, theirs]);
    expect(await threads(anna)).toMatchObject([{ state: 'rewarded', coupons: mine }]);
  });
});

describe('steps', () => {
  const steps = [
    { friends: 2, amountOffFen: 500 },
    { friends: 4, amountOffFen: 900 },
  ];

  test('bring one coupon more with the friend who completes them, at once and usable by itself', async () => {
    const { anna, bring, tap, town, coupons, threads } = await openInvites({ steps, inviterMax: 4, inviterDayMax: 3 });
    const earned: number[] = [];
    for (const name of ['bob', 'cai', 'dora', 'eva', 'finn']) {
      const friend = await bring(anna, name);
      await friend.get('checkin.checkIn', tap);
      earned.push((await coupons(anna)).length);
      if (name === 'dora') town.nextDay();
    }
    // The second and the fourth bring two; the fifth is beyond the team of five and earns nothing.
    expect(earned).toEqual([1, 3, 4, 6, 6]);
    expect((await coupons(anna)).every(({ state }) => state === 'usable')).toBe(true);
    expect((await threads(anna)).map(({ reason, coupons: brought }) => reason ?? brought)).toEqual(['limit_reached', 2, 1, 2, 1]);
  });

  test('may give more once they are published, and what that takes is set aside on top', async () => {
    const { anna, owner, bring, tap, invites, coupons } = await openInvites({ steps, inviterMax: 4, pairs: 12 });
    const { draft } = await owner.get('campaign.preview', invites);
    const better = (next: readonly { friends: number; amountOffFen: number }[]) =>
      owner.call('campaign.improve', { ...invites, draft: { ...draft, parameters: { ...draft.parameters, steps: [...next] } } });
    const more = [{ friends: 2, amountOffFen: 600 }, { friends: 3, amountOffFen: 700 }, ...steps.slice(1)];
    expect(await better(more)).toMatchObject({ ok: true, value: { version: 2, coupons: 3 } });
    expect(await better(steps)).toMatchObject({ code: 'would_worsen', data: { paths: ['steps'] } });
    for (const name of ['bob', 'cai', 'dora']) await (await bring(anna, name)).get('checkin.checkIn', tap);
    const off = (await coupons(anna)).map(({ benefit }) => (benefit.kind === 'amount_off' ? benefit.amountOffFen : 0));
    expect(off.sort((a, b) => a - b)).toEqual([200, 200, 200, 600, 700]);
  });

  test('make a team of five people at most, the inviter among them', async () => {
    const { save, owner, communityId } = await openInvites();
    const problemsOf = async (parameters: object) => {
      const campaignId = await save({ type: 'invite_reward', parameters: { ...parameters } as Record<string, never> });
      return (await owner.get('campaign.preview', { communityId, campaignId })).problems.map(({ path, problem, limit }) => [
        path,
        problem,
        limit,
      ]);
    };
    expect(await problemsOf({ steps, inviterMax: 4 })).toEqual([]);
    expect(await problemsOf({ steps, inviterMax: 5 })).toEqual([['inviterMax', 'too_large', 4]]);
    expect(await problemsOf({ steps, inviterMax: 3 })).toEqual([['inviterMax', 'too_small', 4]]);
    expect(await problemsOf({ steps: [{ friends: 5, amountOffFen: 100 }], inviterMax: 4 })).toEqual([['steps.0.friends', 'too_large', 4]]);
  });
});

describe('an invite campaign that ends early', () => {
  test('owes each side just what it was promised, the step among it, and giving it can be reversed like any other', async () => {
    const { anna, owner, bring, tap, invites, town, coupons, communityId } = await openInvites({
      sides: 'inviter',
      steps: [{ friends: 2, amountOffFen: 500 }],
      inviterMax: 4,
    });
    await (await bring(anna, 'bob')).get('checkin.checkIn', tap);
    const cai = await bring(anna, 'cai');
    await owner.get('campaign.end', invites);
    await town.runTimer();
    const [promise] = (await owner.get('promise.open', { communityId })).promises;
    expect(promise?.owed).toMatchObject({
      kind: 'invite',
      friend: [],
      inviter: [{ benefit: { amountOffFen: 200 } }, { benefit: { amountOffFen: 500 } }],
    });
    const about = { memberId: anna.memberIdIn(communityId), about: cai.memberIdIn(communityId) };
    expect(await owner.get('promise.settle', { ...invites, ...about })).toMatchObject({ coupons: 2 });
    expect([(await coupons(anna)).length, (await coupons(cai)).length]).toEqual([3, 0]);
    const between = { inviterId: about.memberId, inviteeId: about.about, reason: 'same_person', evidence: '同一台手机' } as const;
    expect(await owner.get('invite.reverse', { ...invites, ...between })).toEqual({ voided: 2, used: 0 });
  });
});
