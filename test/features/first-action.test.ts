// The first own action through the real application: a check-in or a claim, whichever comes first, pays the invite and gives the welcome, once.
import { describe, expect, test } from 'vitest';
import { checkData } from '#server/app/check-data';
import { amountOff } from '../support/documents';
import { examine } from '../support/examine';
import { openShop, type Resident } from '../support/town';

/** What a group price has to say of its thing. */
const toast = {
  item: '吐司一条',
  referenceFen: 1_500,
  evidence: '3 月 1 日本店售价 15 元，近七天低价 15 元（3 月 1 日）',
  priceFen: 1_000,
};
const endsOn = '2026-05-31';
const nothing = { inviteCoupon: null, welcome: null };

/** A shop with a drop, an invite campaign and a welcome gift; `bring` is a friend who came by anna's card and joined. */
async function openDoors(drop: Record<string, number | string> = {}, type: 'coupon_drop' | 'group_price' = 'coupon_drop') {
  const shop = await openShop();
  const { communityId, town } = shop;
  const here = { communityId };
  const offer = { ...here, campaignId: await shop.publish({ type, endsOn, parameters: drop }) };
  const invites = { ...here, campaignId: await shop.publish({ type: 'invite_reward', endsOn }) };
  const welcome = { ...here, campaignId: await shop.publish({ type: 'welcome_gift', endsOn }) };
  const anna = await shop.member('anna');
  const { token } = await anna.get('invite.create', invites);
  async function bring(personKey: string): Promise<Resident> {
    const friend = town.person(personKey);
    await friend.get('community.enter', { ...invites, inviteToken: token });
    await friend.get('community.join', here);
    return friend;
  }
  const reasons = async (person: Resident) => (await person.get('coupon.wallet', here)).tickets.map(({ reason }) => reason).sort();
  const threads = async () => (await anna.get('invite.list', here)).invites.map(({ state }) => state);
  const balance = async (person: Resident) => (await person.get('points.statement', here)).balance;
  const sound = async (...people: Resident[]) => {
    expect((await checkData(town.store)).differences).toEqual([]);
    for (const person of people) expect((await examine(person, here)).result?.differences).toEqual([]);
  };
  return { ...shop, here, offer, invites, welcome, anna, bring, reasons, threads, balance, sound };
}

describe('a first claim', () => {
  test('pays the invite and gives the welcome where nobody can check in, and the second brings nothing', async () => {
    const { anna, bring, offer, reasons, threads, balance, sound, town } = await openDoors({ perMemberMax: 2 });
    const bob = await bring('bob');
    expect(await threads()).toEqual(['joined']);
    expect(await bob.get('coupon.claim', offer)).toMatchObject({
      ticket: { reason: 'claim' },
      inviteCoupon: { benefit: amountOff(200), thresholdFen: 0 },
      welcome: { points: 20, coupon: null },
    });
    expect([await reasons(bob), await reasons(anna), await threads()]).toEqual([['claim', 'invited'], ['invited_a_friend'], ['rewarded']]);
    town.nextDay();
    expect(await bob.get('coupon.claim', offer)).toMatchObject(nothing);
    expect([await balance(bob), await reasons(anna)]).toEqual([20, ['invited_a_friend']]);
    await sound(anna, bob);
  });

  test.each([
    ['of a group price', 'group_price', toast],
    ['in a rush', 'coupon_drop', { rush: 1 }],
  ] as const)('%s is one, too', async (_what, type, parameters) => {
    const { anna, bring, offer, threads, sound } = await openDoors(parameters, type);
    const bob = await bring('bob');
    expect(await bob.get('coupon.claim', offer)).toMatchObject({ inviteCoupon: { benefit: amountOff(200) }, welcome: { points: 20 } });
    expect(await threads()).toEqual(['rewarded']);
    await sound(anna, bob);
  });

  test('brings a welcome gift that is a coupon, apart from the one that was claimed', async () => {
    const { owner, publish, member, offer, welcome, reasons, sound } = await openDoors();
    await owner.get('campaign.end', welcome);
    const choices = {
      gives: 'coupon',
      benefit: 'amount_off',
      amountOffFen: 500,
      thresholdFen: 3_000,
      validity: 'from_claim',
      validDays: 7,
    };
    await publish({ type: 'welcome_gift', endsOn, parameters: choices });
    const eva = await member('eva');
    const value = await eva.get('coupon.claim', offer);
    expect(value).toMatchObject({ ticket: { campaignId: offer.campaignId }, welcome: { points: 0, coupon: { thresholdFen: 3_000 } } });
    expect(await reasons(eva)).toEqual(['claim', 'welcome']);
    await sound(eva);
  });

  test('is one however often the tap arrives, and the same tap is answered alike', async () => {
    const { anna, bring, offer, reasons, balance, sound } = await openDoors({ perMemberMax: 3 });
    const bob = await bring('bob');
    const taps = [
      ...Array.from({ length: 10 }, () => bob.get('coupon.claim', offer, 'one-single-tap')),
      ...Array.from({ length: 2 }, () => bob.get('coupon.claim', offer)),
    ];
    const values = await Promise.all(taps);
    expect(new Set(values.slice(0, 10).map((value) => JSON.stringify(value))).size).toBe(1);
    expect(new Set(values.filter(({ welcome }) => welcome !== null).map(({ ticket }) => ticket.couponId)).size).toBe(1);
    expect([await reasons(bob), await reasons(anna)]).toEqual([['claim', 'claim', 'claim', 'invited'], ['invited_a_friend']]);
    expect(await balance(bob)).toBe(20);
    await sound(anna, bob);
  });

  test('is none when it is refused: the one that succeeds is', async () => {
    const { bring, owner, offer, threads } = await openDoors();
    const bob = await bring('bob');
    await owner.get('campaign.pause', offer);
    expect(await bob.code('coupon.claim', offer)).toBe('campaign_paused');
    expect(await threads()).toEqual(['joined']);
    await owner.get('campaign.resume', offer);
    expect(await bob.get('coupon.claim', offer)).toMatchObject({ welcome: { points: 20 } });
    expect(await threads()).toEqual(['rewarded']);
  });
});

describe('a check-in and a claim', () => {
  test.each(['check-in', 'claim'])('bring it once, the %s first', async (first) => {
    const { anna, bring, publish, here, offer, reasons, balance, sound } = await openDoors();
    const plan = { ...here, campaignId: await publish({ type: 'checkin_plan', endsOn }) };
    const bob = await bring('bob');
    const checkIn = () => bob.get('checkin.checkIn', plan);
    const claim = () => bob.get('coupon.claim', offer);
    const [one, other] = first === 'claim' ? [claim, checkIn] : [checkIn, claim];
    expect(await one()).toMatchObject({ inviteCoupon: { benefit: amountOff(200) }, welcome: { points: 20 } });
    expect(await other()).toMatchObject(nothing);
    expect([await balance(bob), await reasons(bob), await reasons(anna)]).toEqual([25, ['claim', 'invited'], ['invited_a_friend']]);
    await sound(anna, bob);
  });

  test('at the same moment bring it once, of several friends to each', async () => {
    const { anna, bring, publish, here, offer, reasons, balance, sound } = await openDoors();
    const plan = { ...here, campaignId: await publish({ type: 'checkin_plan', endsOn }) };
    const friends = [await bring('bob'), await bring('cai'), await bring('dora')];
    const gains = await Promise.all(friends.flatMap((friend) => [friend.get('checkin.checkIn', plan), friend.get('coupon.claim', offer)]));
    expect(gains.filter(({ welcome }) => welcome !== null)).toHaveLength(3);
    expect(gains.filter(({ inviteCoupon }) => inviteCoupon !== null)).toHaveLength(3);
    for (const friend of friends) expect([await reasons(friend), await balance(friend)]).toEqual([['claim', 'invited'], 25]);
    expect(await reasons(anna)).toEqual(['invited_a_friend', 'invited_a_friend', 'invited_a_friend']);
    await sound(anna, ...friends);
  });
});

test('a coupon that somebody was given is no action of their own', async () => {
  const { anna, bring, offer, reasons, sound } = await openDoors();
  const bob = await bring('bob');
  await bob.get('coupon.claim', offer);
  expect(await reasons(anna)).toEqual(['invited_a_friend']);
  expect(await anna.get('coupon.claim', offer)).toMatchObject({ inviteCoupon: null, welcome: { points: 20 } });
  await sound(anna, bob);
});

test('a claim ticks the last steps of the welcome', async () => {
  const { member, offer, welcome } = await openDoors();
  const eva = await member('eva');
  const steps = async () => (await eva.get('campaign.open', welcome)).card.mine.welcome?.map(({ done }) => done);
  expect(await steps()).toEqual([true, false, false]);
  await eva.get('coupon.claim', offer);
  expect(await steps()).toEqual([true, true, true]);
});

test('whoever claims anew after everything was erased is no newcomer', async () => {
  const { member, here, offer, sound, town } = await openDoors({ perMemberMax: 2 });
  const eva = await member('eva');
  await eva.get('coupon.claim', offer);
  await eva.get('membership.erase', here);
  town.nextDay();
  await eva.get('community.join', here);
  expect(await eva.get('coupon.claim', offer)).toMatchObject(nothing);
  await sound();
});
