// Why somebody can take part or cannot: the explanation says the same as the action itself, condition by condition.
import { describe, expect, test } from 'vitest';
import { everybody } from '#core/rules/campaign/audience';
import { MINUTE_MS } from '#core/values/instant';
import { openShop, type Resident } from '../support/town';

async function openWhy(audience: Partial<typeof everybody> = {}, choices: object = {}) {
  const shop = await openShop();
  const { communityId } = shop;
  const campaignId = await shop.publish({
    type: 'coupon_drop',
    groupId: 'fruit-group',
    audience: { ...everybody, ...audience, tags: [] },
    ...choices,
  });
  const anna = await shop.member('anna');
  const input = { communityId, campaignId };
  const why = async (person: Resident = anna) => {
    const { conditions, can } = await person.get('campaign.why', input);
    return { can, codes: conditions.map(({ code, refusal }) => `${code}: ${refusal?.code ?? 'met'}`) };
  };
  return { ...shop, anna, input, why };
}

describe('the conditions of a coupon drop', () => {
  test('are all met for somebody who can claim, and the claim is given', async () => {
    const { anna, input, why } = await openWhy({ newcomerDaysMax: 3 });
    expect(await why()).toEqual({
      can: true,
      codes: ['joined: met', 'running: met', 'in_group: met', 'newcomer: met', 'member_limit: met', 'stock: met'],
    });
    expect(await anna.code('coupon.claim', input)).toBe('ok');
  });

  test('begin with joining for somebody from outside', async () => {
    const { town, why, communityId } = await openWhy();
    const stranger = town.person('stranger');
    await stranger.get('community.enter', { communityId, proof: stranger.proof() });
    expect((await why(stranger)).codes[0]).toBe('joined: join_required');
  });

  test('say every number that is missing, and the first is what the claim refuses with', async () => {
    const { town, anna, input, why } = await openWhy({ tierMin: 'fan', streakDaysMin: 5 });
    town.wait(31 * MINUTE_MS);
    expect(await why()).toEqual({
      can: false,
      codes: [
        'joined: met',
        'running: met',
        'in_group: not_in_group',
        'tier: tier_too_low',
        'streak: streak_too_short',
        'member_limit: met',
        'stock: met',
      ],
    });
    expect(await anna.code('coupon.claim', input)).toBe('not_in_group');
    const { conditions } = await anna.get('campaign.why', input);
    expect(conditions.find(({ code }) => code === 'streak')).toMatchObject({ data: { need: 5, have: 0 } });
  });

  test('change with a claim and with the end of the stock', async () => {
    const { anna, member, input, why } = await openWhy({}, { parameters: { stock: 1 } });
    await anna.get('coupon.claim', input);
    expect((await why()).codes.slice(-2)).toEqual(['member_limit: limit_reached', 'stock: sold_out']);
    const bob = await member('bob');
    expect((await why(bob)).codes.slice(-2)).toEqual(['member_limit: met', 'stock: sold_out']);
  });

  test('of a paused campaign say so', async () => {
    const { owner, input, why } = await openWhy();
    await owner.get('campaign.pause', input);
    expect((await why()).codes[1]).toBe('running: campaign_paused');
  });
});

test('a plan asks that today is not checked in yet', async () => {
  const shop = await openShop();
  const input = { communityId: shop.communityId, campaignId: await shop.publish({ type: 'checkin_plan' }) };
  const anna = await shop.member('anna');
  expect(await anna.get('campaign.why', input)).toMatchObject({ can: true });
  await anna.get('checkin.checkIn', input);
  const { can, conditions } = await anna.get('campaign.why', input);
  expect([can, conditions.at(-1)]).toMatchObject([false, { code: 'not_today', refusal: { code: 'already_checked_in' } }]);
});

test('an invite campaign says how many friends still count', async () => {
  const shop = await openShop();
  const input = { communityId: shop.communityId, campaignId: await shop.publish({ type: 'invite_reward' }) };
  const anna = await shop.member('anna');
  const { conditions } = await anna.get('campaign.why', input);
  expect(conditions.slice(-3)).toMatchObject([
    { code: 'member_limit', data: { max: 5, have: 0 } },
    { code: 'day_limit', data: { max: 3, have: 0 } },
    { code: 'stock', data: { reserved: 100, left: 100 } },
  ]);
});

test('an owner may ask about any member, a member about nobody else', async () => {
  const { anna, owner, member, input } = await openWhy();
  const bob = await member('bob');
  const about = { ...input, memberId: bob.memberIdIn(input.communityId) };
  expect(await anna.code('campaign.why', about)).toBe('not_found');
  expect(await owner.get('campaign.why', about)).toMatchObject({ can: true });
  expect(await owner.code('campaign.why', { ...input, memberId: 'nobody' })).toBe('not_found');
});
