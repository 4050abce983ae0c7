// The welcome gift through the real application: once per person and community, at the first own check-in, within what was set aside.
import { describe, expect, test } from 'vitest';
import { DAY_MS } from '#core/values/instant';
import { checkData } from '#server/app/check-data';
import { openShop, type Resident } from '../support/town';

async function openWelcome(parameters: Record<string, number> = {}, groupId: string | null = null) {
  const shop = await openShop();
  const { communityId, town } = shop;
  const plan = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
  const welcome = await shop.publish({ type: 'welcome_gift', endsOn: '2026-05-31', parameters, groupId });
  const checkIn = (person: Resident, requestId?: string) => person.get('checkin.checkIn', { communityId, campaignId: plan }, requestId);
  const balance = async (person: Resident) => (await person.get('points.statement', { communityId })).balance;
  const steps = async (person: Resident) => {
    const { card } = await person.get('campaign.open', { communityId, campaignId: welcome });
    return card.mine.welcome?.filter(({ done }) => done).map(({ step }) => step) ?? null;
  };
  return { ...shop, communityId, town, plan, welcome, checkIn, balance, steps };
}

describe('a welcome gift', () => {
  test('comes with the first own check-in, and not with the second', async () => {
    const { member, checkIn, town, communityId, store } = await openWelcome().then((shop) => ({ ...shop, store: shop.town.store }));
    const anna = await member('anna');
    expect(await checkIn(anna)).toMatchObject({ pointsEarned: 5, welcome: { points: 20 }, points: 25 });
    town.nextDay();
    expect(await checkIn(anna)).toMatchObject({ pointsEarned: 5, welcome: null, points: 30 });
    const { lines } = await anna.get('points.statement', { communityId });
    expect(lines.map(({ reason, points }) => [reason, points])).toEqual([
      ['check_in', 5],
      ['welcome', 20],
      ['check_in', 5],
    ]);
    expect((await checkData(store)).differences).toEqual([]);
  });

  test('is given once however often the same tap, or two taps at once, arrive', async () => {
    const { member, checkIn, balance, plan, communityId } = await openWelcome();
    const anna = await member('anna');
    const [first, second] = await Promise.all([checkIn(anna, 'one-single-tap'), checkIn(anna, 'one-single-tap')]);
    expect(second).toEqual(first);
    expect(await checkIn(anna, 'one-single-tap')).toEqual(first);
    const bob = await member('bob');
    const input = { communityId, campaignId: plan };
    const codes = await Promise.all([bob.code('checkin.checkIn', input), bob.code('checkin.checkIn', input)]);
    expect(codes.sort()).toEqual(['already_checked_in', 'ok']);
    expect([await balance(anna), await balance(bob)]).toEqual([25, 25]);
  });

  test('is not given again after everything was erased, nor by the next welcome campaign', async () => {
    const { member, checkIn, balance, town, owner, publish, communityId, welcome } = await openWelcome();
    const anna = await member('anna');
    await checkIn(anna);
    await anna.get('membership.erase', { communityId });
    town.wait(DAY_MS);
    await anna.get('community.join', { communityId });
    expect((await checkIn(anna)).welcome).toBeNull();
    await owner.get('campaign.end', { communityId, campaignId: welcome });
    await publish({ type: 'welcome_gift', endsOn: '2026-05-31' });
    town.nextDay();
    expect((await checkIn(anna)).welcome).toBeNull();
    expect(await balance(anna)).toBe(10);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('is for newcomers: whoever had checked in before it was published gets none', async () => {
    const shop = await openShop();
    const { communityId, town } = shop;
    const plan = await shop.publish({ type: 'checkin_plan', endsOn: '2026-05-31' });
    const anna = await shop.member('anna');
    await anna.get('checkin.checkIn', { communityId, campaignId: plan });
    const welcome = await shop.publish({ type: 'welcome_gift', endsOn: '2026-05-31' });
    town.nextDay();
    expect((await anna.get('checkin.checkIn', { communityId, campaignId: plan })).welcome).toBeNull();
    const { card } = await anna.get('campaign.open', { communityId, campaignId: welcome });
    expect(card.mine.welcome).toBeNull();
  });

  test('ends with the last that was set aside; the check-in after it counts all the same', async () => {
    const { member, checkIn } = await openWelcome({ gifts: 2 });
    const given: number[] = [];
    for (const name of ['anna', 'bob', 'eva']) given.push((await checkIn(await member(name))).welcome?.points ?? 0);
    expect(given).toEqual([20, 20, 0]);
  });

  test('is not given while it is paused or over', async () => {
    const { member, checkIn, owner, communityId, welcome, town } = await openWelcome();
    await owner.get('campaign.pause', { communityId, campaignId: welcome });
    expect((await checkIn(await member('anna'))).welcome).toBeNull();
    await owner.get('campaign.resume', { communityId, campaignId: welcome });
    expect((await checkIn(await member('bob'))).welcome).toMatchObject({ points: 20 });
    await owner.get('campaign.end', { communityId, campaignId: welcome });
    expect((await checkIn(await member('eva'))).welcome).toBeNull();
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('comes together with what an invite pays', async () => {
    const { member, publish, checkIn, town, communityId } = await openWelcome();
    const invites = await publish({ type: 'invite_reward', endsOn: '2026-05-31' });
    const anna = await member('anna');
    const { token } = await anna.get('invite.create', { communityId, campaignId: invites });
    const friend = town.person('friend');
    await friend.get('community.enter', { communityId, campaignId: invites, inviteToken: token });
    await friend.get('community.join', { communityId });
    expect(await checkIn(friend)).toMatchObject({ welcome: { points: 20 }, inviteCoupon: { benefit: { amountOffFen: 200 } } });
  });

  test('is one at a time: a second is refused until the first has ended', async () => {
    const { owner, save, communityId, welcome } = await openWelcome();
    const second = { communityId, campaignId: await save({ type: 'welcome_gift', endsOn: '2026-05-31' }) };
    expect(await owner.call('campaign.publish', second)).toMatchObject({ code: 'one_welcome', data: { campaignId: welcome } });
    await owner.get('campaign.end', { communityId, campaignId: welcome });
    expect(await owner.code('campaign.publish', second)).toBe('ok');
  });
});

describe('the steps to the gift', () => {
  test('are ticked by what has happened', async () => {
    const { town, communityId, checkIn, steps } = await openWelcome();
    const anna = town.person('anna');
    await anna.get('community.enter', { communityId });
    expect(await steps(anna)).toEqual([]);
    await anna.get('community.join', { communityId });
    expect(await steps(anna)).toEqual(['joined']);
    await checkIn(anna);
    expect(await steps(anna)).toEqual(['joined', 'acted', 'given']);
  });

  test('of a group’s own gift have one more, which is ticked for who was seen in the group and not by a link', async () => {
    const { town, communityId, welcome, checkIn, steps } = await openWelcome({}, 'fruit-group');
    const anna = town.person('anna');
    await anna.get('community.enter', { communityId, campaignId: welcome });
    await anna.get('community.join', { communityId });
    expect(await steps(anna)).toEqual(['joined']);
    await anna.get('community.enter', { communityId, proof: anna.proof() });
    expect(await steps(anna)).toEqual(['joined', 'arrived']);
    await checkIn(anna);
    expect(await steps(anna)).toEqual(['joined', 'arrived', 'acted', 'given']);
    town.wait(31 * DAY_MS);
    expect(await steps(anna)).toEqual(['joined', 'arrived', 'acted', 'given']);
  });

  test('are the same on the home page', async () => {
    const { member, communityId, welcome } = await openWelcome();
    const home = await (await member('anna')).get('community.home', { communityId });
    const card = home.campaigns.find(({ campaignId }) => campaignId === welcome);
    expect(card?.mine.welcome?.map(({ done }) => done)).toEqual([true, false, false]);
  });
});
