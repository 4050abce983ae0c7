// Leaving for good, through the application: what goes, what stays under a pseudonym, and that coming back earns nothing twice.
import { beforeEach, describe, expect, test } from 'vitest';
import type { JournalDocument } from '#core/tables';
import { DAY_MS } from '#core/values/instant';
import { createDocumentPictures } from '#server/adapters/pictures-documents/document-pictures';
import { checkData } from '#server/app/check-data';
import { openCounter } from '../support/counter';
import { aJpeg, base64Of } from '../support/jpeg';
import { createLoadedChecker } from '../support/loaded-checker';
import { openReminded } from '../support/reminders';
import { createTown } from '../support/town';

let counter: Awaited<ReturnType<typeof openCounter>>;

beforeEach(async () => {
  counter = await openCounter({}, createTown({ contentCheck: createLoadedChecker() }));
  counter.town.wait(1);
});

const here = () => ({ communityId: counter.communityId });
const annaId = () => counter.anna.memberIdIn(counter.communityId);

async function erase() {
  await counter.anna.get('membership.erase', here());
  counter.town.wait(1);
}

/** Every document of the community that names Anna's member id or account. */
async function documentsOf(...parts: readonly string[]) {
  const ids = parts.map((part) => `${counter.communityId}/${part}`);
  return [...(await counter.town.store.read(ids)).keys()].map((id) => id.slice(counter.communityId.length + 1));
}

describe('whoever is erased', () => {
  test('is a visitor, in no list of communities, and not among the members', async () => {
    const { anna, owner } = counter;
    const { community } = await owner.get('community.home', here());
    await erase();
    expect((await anna.get('community.mine', {})).communities).toEqual([]);
    expect((await anna.get('community.home', here())).me).toMatchObject({ role: 'visitor', joinedAt: null, points: 0, groups: [] });
    const { members } = await owner.get('community.members', here());
    expect(members.map(({ person }) => person.memberId)).not.toContain(annaId());
    expect((await owner.get('community.home', here())).community.members).toBe(community.members - 1);
    expect(await anna.code('coupon.wallet', here())).toBe('join_required');
  });

  test('leaves neither account, nor name, nor picture behind', async () => {
    const { anna, town } = counter;
    await anna.get('membership.showName', { ...here(), nickname: '小林' });
    await anna.get('membership.showAvatar', { ...here(), picture: base64Of(aJpeg()) });
    const { avatar } = (await anna.get('community.home', here())).me;
    await erase();
    expect(await documentsOf(`identity/${annaId()}`, `profile/${annaId()}`, `reminder/${annaId()}`)).toEqual([]);
    const [, , community = '', id = ''] = (avatar ?? '').split('/');
    expect(await createDocumentPictures(town.store).read(community, id)).toBeNull();
    const range = { prefix: ['anna'], order: 'ascending' } as const;
    expect((await town.store.list('identity.byPerson', null, range, 10)).documents).toEqual([]);
  });

  test('is reminded of nothing any more', async () => {
    const { accept, aboutCoupon, anna, town, communityId, walletOf, runTimerAt } = await openReminded();
    await accept(aboutCoupon);
    town.wait(1);
    await anna.get('membership.erase', { communityId });
    expect(await walletOf(anna)).toBeUndefined();
    await runTimerAt(town.now() + DAY_MS);
  });

  test('is on no board', async () => {
    const { anna, owner, publish } = counter;
    const campaignId = await publish({ type: 'checkin_plan' });
    await anna.get('checkin.checkIn', { ...here(), campaignId });
    await erase();
    for (const period of ['league', 'week', 'month', 'all'] as const) {
      expect(await owner.get('leaderboard.board', { ...here(), kind: 'checkin', period })).toMatchObject({ total: 0, top: [] });
    }
  });

  test('is a mask to those who knew the name', async () => {
    const { anna, redeem, owner } = counter;
    await anna.get('membership.showName', { ...here(), nickname: '小林' });
    await redeem();
    expect((await owner.get('redemption.recent', here())).lines[0]?.holder.name).toBe('小林');
    await erase();
    expect((await owner.get('redemption.recent', here())).lines[0]?.holder).toMatchObject({ name: null, avatar: null });
  });

  test('takes what waited for a look out of the queue', async () => {
    const checker = createLoadedChecker();
    checker.texts.set('老板', 'review');
    counter = await openCounter({}, createTown({ contentCheck: checker }));
    await counter.anna.get('membership.showName', { ...here(), nickname: '老板娘' });
    await erase();
    expect((await counter.owner.get('moderation.queue', here())).waiting).toEqual([]);
  });

  test('is told the same when a bad network sends it twice', async () => {
    const { anna } = counter;
    expect(await anna.get('membership.erase', here(), 'erase-request')).toEqual({});
    expect(await anna.get('membership.erase', here(), 'erase-request')).toEqual({});
    expect(await anna.code('membership.erase', here())).toBe('join_required');
  });

  test('leaves a journal that still makes every document and balances', async () => {
    const { publish, anna, town } = counter;
    const campaignId = await publish({ type: 'checkin_plan' });
    await anna.get('checkin.checkIn', { ...here(), campaignId });
    await erase();
    await anna.get('community.join', here());
    expect((await checkData(town.store)).differences).toEqual([]);
    const range = { prefix: [annaId()], order: 'ascending' } as const;
    const journals = (await town.store.list('journal.byMember', counter.communityId, range, 100)).documents as unknown as JournalDocument[];
    expect(journals.map(({ action }) => action)).toContain('membership.erase');
    expect(journals.flatMap(({ events }) => events)).toContainEqual({ kind: 'points_forfeited', memberId: annaId(), points: 5 });
  });
});

test('an owner stays', async () => {
  expect(await counter.owner.code('membership.erase', here())).toBe('owner_stays');
});

describe('a coupon of somebody who was erased', () => {
  test('is void at the counter, even when it was scanned before', async () => {
    const { cashier, scan } = counter;
    const scanToken = await scan();
    await erase();
    expect(await cashier.code('redemption.confirm', { ...here(), scanToken, orderFen: 5_000 })).toBe('coupon_void');
  });

  test('cannot be shown to be scanned', async () => {
    const { anna, cashier, coupon } = counter;
    const { code } = await anna.get('redemption.code', coupon);
    await erase();
    expect(await cashier.code('redemption.scan', { ...here(), code: code.digits })).toBe('coupon_void');
  });

  test('is void in the wallet of whoever comes back, beside a new one that is not', async () => {
    const { anna, coupon, publish } = counter;
    await erase();
    await anna.get('community.join', here());
    await anna.get('coupon.claim', { ...here(), campaignId: await publish({ type: 'coupon_drop' }) });
    const { tickets } = await anna.get('coupon.wallet', here());
    expect(tickets.map(({ couponId, state }) => [couponId === coupon.couponId, state])).toEqual([
      [false, 'usable'],
      [true, 'void'],
    ]);
    expect(await anna.code('redemption.code', coupon)).toBe('coupon_void');
  });

  test('that was used stays used, and is void once that is undone', async () => {
    const { owner, redeem, coupon, anna } = counter;
    await redeem();
    await erase();
    await anna.get('community.join', here());
    const stateOf = async () =>
      (await anna.get('coupon.wallet', here())).tickets.find(({ couponId }) => couponId === coupon.couponId)?.state;
    expect(await stateOf()).toBe('redeemed');
    await owner.get('redemption.undo', { ...coupon, reason: '按错了' });
    expect(await stateOf()).toBe('void');
  });
});

describe('whoever comes back', () => {
  test('finds the limits of a campaign used up', async () => {
    const { anna, campaignId } = counter;
    await erase();
    await anna.get('community.join', here());
    expect(await anna.code('coupon.claim', { ...here(), campaignId })).toBe('limit_reached');
  });

  test('cannot check in twice on one day, nor be paid a milestone twice, and begins with no points', async () => {
    const { anna, publish, town } = counter;
    const input = { ...here(), campaignId: await publish({ type: 'checkin_plan', parameters: { milestones: [{ days: 2, points: 50 }] } }) };
    await anna.get('checkin.checkIn', input);
    town.nextDay();
    expect((await anna.get('checkin.checkIn', input)).milestones).toHaveLength(1);
    await erase();
    await anna.get('community.join', here());
    expect(await anna.code('checkin.checkIn', input)).toBe('already_checked_in');
    expect(await anna.get('points.statement', here())).toMatchObject({ balance: 0, lines: [] });
    town.nextDay();
    const again = await anna.get('checkin.checkIn', input);
    expect(again).toMatchObject({ milestones: [], points: again.pointsEarned });
  });

  test('is no newcomer: an invite pays nothing, and pays nobody twice', async () => {
    const { anna, publish, member } = counter;
    const tap = { ...here(), campaignId: await publish({ type: 'checkin_plan' }) };
    await anna.get('checkin.checkIn', tap);
    await erase();
    const invites = { ...here(), campaignId: await publish({ type: 'invite_reward' }) };
    const eva = await member('eva');
    const { token } = await eva.get('invite.create', invites);
    const entered = await anna.get('community.enter', { ...here(), inviteToken: token });
    expect(entered).toMatchObject({ invited: false, inviteRefusal: 'already_member' });
    await anna.get('community.join', here());
    expect((await eva.get('coupon.wallet', here())).tickets).toEqual([]);
  });

  test('is no newcomer to a campaign for newcomers either', async () => {
    const { anna, town } = counter;
    const audience = { tierMin: null, tags: [], streakDaysMin: null, newcomerDaysMax: 3, earlyTier: null, earlyHours: 0 };
    const campaignId = await counter.publish({ type: 'coupon_drop', audience, endsOn: '2026-03-31' });
    town.goToDay('2026-03-22');
    expect(await anna.code('coupon.claim', { ...here(), campaignId })).toBe('newcomers_only');
    await erase();
    await anna.get('community.join', here());
    expect(await anna.code('coupon.claim', { ...here(), campaignId })).toBe('newcomers_only');
  });

  test('finds nothing of the invites that they once sent', async () => {
    const { anna, publish, town } = counter;
    const invites = { ...here(), campaignId: await publish({ type: 'invite_reward' }) };
    const { token } = await anna.get('invite.create', invites);
    await town.person('friend').get('community.enter', { ...here(), inviteToken: token });
    expect((await anna.get('invite.list', here())).invites).toHaveLength(1);
    await erase();
    await anna.get('community.join', here());
    expect((await anna.get('invite.list', here())).invites).toEqual([]);
  });

  test('counts once for the inviter who brought them: join, leave, join again', async () => {
    const { town, publish, member } = counter;
    const tap = { ...here(), campaignId: await publish({ type: 'checkin_plan' }) };
    const invites = { ...here(), campaignId: await publish({ type: 'invite_reward' }) };
    const [eva, friend] = [await member('eva'), town.person('friend')];
    const { token } = await eva.get('invite.create', invites);
    for (let round = 0; round < 3; round += 1) {
      town.nextDay();
      await friend.get('community.enter', { ...here(), inviteToken: token });
      await friend.get('community.join', here());
      await friend.call('checkin.checkIn', tap);
      town.wait(1);
      await friend.get('membership.erase', here());
    }
    expect((await eva.get('coupon.wallet', here())).tickets).toHaveLength(1);
    expect((await eva.get('invite.list', here())).invites).toMatchObject([{ state: 'rewarded', friend: { name: null } }]);
  });
});

describe('an inviter who was erased', () => {
  test('gets nothing any more; the friend gets what the card promised', async () => {
    const { anna, town, publish } = counter;
    const tap = { ...here(), campaignId: await publish({ type: 'checkin_plan' }) };
    const invites = { ...here(), campaignId: await publish({ type: 'invite_reward' }) };
    const { token } = await anna.get('invite.create', invites);
    const friend = town.person('friend');
    await friend.get('community.enter', { ...here(), inviteToken: token });
    await friend.get('community.join', here());
    await erase();
    expect((await friend.get('checkin.checkIn', tap)).inviteCoupon).not.toBeNull();
    expect((await friend.get('coupon.wallet', here())).tickets).toHaveLength(1);
    const board = await friend.get('leaderboard.board', { ...here(), kind: 'invite', period: 'week' });
    expect(board.total).toBe(0);
    expect((await checkData(town.store)).differences).toEqual([]);
  });

  test('binds nobody with a card that is still around', async () => {
    const { anna, town, publish } = counter;
    const { token } = await anna.get('invite.create', { ...here(), campaignId: await publish({ type: 'invite_reward' }) });
    await erase();
    const entered = await town.person('friend').get('community.enter', { ...here(), inviteToken: token });
    expect(entered).toMatchObject({ invited: false, inviteRefusal: 'left' });
  });
});
