// Communities through the real application: making one, arriving from a group, proofs of being in it, joining, roles.
import { describe, expect, test } from 'vitest';
import { MINUTE_MS } from '#core/values/instant';
import { newIdFor } from '#server/app/run-change';
import { createTown, openShop, teaHouse } from '../support/town';

describe('making a community', () => {
  test('makes its owner a member, and binds the group that the owner came from', async () => {
    const { owner, communityId } = await openShop();
    const home = await owner.get('community.home', { communityId });
    expect(home.community).toMatchObject({ name: '幸福里果蔬', members: 1, zone: 'Asia/Shanghai', dayStartsMinutes: 0 });
    expect(home.me).toMatchObject({ role: 'owner', groups: [{ groupId: 'fruit-group', label: '幸福里果蔬群', fresh: true }] });
    expect((await owner.get('community.groups', { communityId })).groups).toMatchObject([
      { groupId: 'fruit-group', label: '幸福里果蔬群' },
    ]);
  });

  test('twice with one requestId makes one', async () => {
    const town = createTown();
    const owner = town.person('owner');
    const replies = await Promise.all([1, 2, 3].map(() => owner.call('community.create', teaHouse, 'create-request')));
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    expect((await owner.get('community.mine', {})).communities).toHaveLength(1);
    expect(await owner.code('community.create', { ...teaHouse, name: '酒馆' }, 'create-request')).toBe('request_id_reused');
    expect(await owner.code('community.create', teaHouse)).toBe('ok');
    expect((await owner.get('community.mine', {})).communities.map((one) => one.role)).toEqual(['owner', 'owner']);
  });

  test('never writes over one that is there, should a request come to the same id', async () => {
    const town = createTown();
    const mallory = town.person('mallory');
    const id = `${newIdFor('mallory', 'searched-for')}/community`;
    await town.store.decide([id], () => ({ reply: null, writes: [{ kind: 'insert', document: { id, createdAt: 1 } }] }));
    expect(await mallory.code('community.create', teaHouse, 'searched-for')).toBe('internal');
    expect((await town.store.read([id])).get(id)).toEqual({ id, createdAt: 1 });
  });

  test('again after a lost answer gives the first answer, though its proof has run out', async () => {
    const town = createTown();
    const owner = town.person('owner');
    const input = { ...teaHouse, group: { proof: owner.proof(), label: '茶友群' } };
    const first = await owner.call('community.create', input, 'create-request');
    town.wait(6 * MINUTE_MS);
    expect(await owner.call('community.create', input, 'create-request')).toEqual(first);
    expect(first.ok).toBe(true);
  });

  test('with a proof that does not count makes none', async () => {
    const town = createTown();
    const owner = town.person('owner');
    expect(await owner.code('community.create', { ...teaHouse, group: { proof: 'made up', label: '茶友群' } })).toBe('group_proof_invalid');
    expect(town.written()).toBe(0);
    expect((await owner.get('community.mine', {})).communities).toEqual([]);
  });

  test('under the same account gives another pseudonym in each community', async () => {
    const { town, owner, communityId } = await openShop();
    const other = await owner.get('community.create', teaHouse);
    expect(other.memberId).not.toBe(owner.memberIdIn(communityId));
    const anna = town.person('anna');
    expect((await anna.get('community.mine', {})).communities).toEqual([]);
  });
});

describe('a proof of being in a group', () => {
  test('counts for five minutes', async () => {
    const { town, communityId, member } = await openShop();
    const anna = await member('anna');
    const [early, late] = [anna.proof(), anna.proof()];
    town.wait(5 * MINUTE_MS - 1);
    expect(await anna.code('community.enter', { communityId, proof: early })).toBe('ok');
    town.wait(1);
    expect(await anna.call('community.enter', { communityId, proof: late })).toEqual({
      ok: false,
      code: 'group_proof_expired',
      data: { seconds: 300 },
    });
  });

  test('of another person is none', async () => {
    const { town, communityId, member } = await openShop();
    const [anna, bob] = [await member('anna'), town.person('bob')];
    expect(await bob.call('community.enter', { communityId, proof: anna.proof() })).toEqual({
      ok: false,
      code: 'group_proof_invalid',
      data: {},
    });
    expect((await bob.get('community.home', { communityId })).me).toMatchObject({ role: 'visitor', groups: [] });
  });

  test.each(['made up', 'fruit-group~1~aaaaaaaaaaaaaaaa~aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', '~~~'])(
    'cannot be made up: %s',
    async (proof) => {
      const { communityId, member } = await openShop();
      const anna = await member('anna');
      expect(await anna.code('community.enter', { communityId, proof })).toBe('group_proof_invalid');
    },
  );

  test('counts once: presented again it renews nothing', async () => {
    const { town, communityId, member } = await openShop();
    const anna = await member('anna');
    town.nextDay();
    const proof = anna.proof();
    await anna.get('community.enter', { communityId, proof });
    const at = town.now();
    town.wait(4 * MINUTE_MS);
    expect(await anna.code('community.enter', { communityId, proof })).toBe('ok');
    expect((await anna.get('community.home', { communityId })).me.groups).toMatchObject([{ verifiedAt: at }]);
  });

  test('of a group that the community has not bound opens nothing', async () => {
    const { communityId, member } = await openShop();
    const anna = await member('anna');
    await anna.get('community.enter', { communityId, proof: anna.proof('tea-group') });
    const { groups } = (await anna.get('community.home', { communityId })).me;
    expect(groups.map((group) => group.groupId)).toEqual(['fruit-group']);
  });

  test('is forgotten for the sentence, not for the retry: a lost answer is given again', async () => {
    const { town, communityId } = await openShop();
    const bob = town.person('bob');
    const input = { communityId, proof: bob.proof() };
    const first = await bob.call('community.enter', input, 'enter-request');
    town.wait(10 * MINUTE_MS);
    const written = town.written();
    expect(await bob.call('community.enter', input, 'enter-request')).toEqual(first);
    expect(town.written()).toBe(written);
  });
});

describe('a group that is bound later', () => {
  test('opens campaigns for it, under the label that the owner gave', async () => {
    const { owner, communityId, publish, town } = await openShop();
    await owner.get('community.bindGroup', { communityId, proof: owner.proof('tea-group'), label: '茶友群' });
    const campaignId = await publish({ type: 'coupon_drop', groupId: 'tea-group' });
    const dora = town.person('dora');
    await dora.get('community.enter', { communityId, proof: dora.proof('tea-group') });
    await dora.get('community.join', { communityId });
    expect((await dora.get('coupon.claim', { communityId, campaignId })).ticket.groupLabel).toBe('茶友群');
  });

  test('under another label is the same group', async () => {
    const { owner, communityId } = await openShop();
    await owner.get('community.bindGroup', { communityId, proof: owner.proof(), label: '老客群' });
    expect((await owner.get('community.groups', { communityId })).groups).toMatchObject([{ groupId: 'fruit-group', label: '老客群' }]);
  });

  test('wants a proof that was not used, by the owner, now', async () => {
    const { town, owner, communityId, member } = await openShop();
    const anna = await member('anna');
    const bind = (proof: string) => owner.code('community.bindGroup', { communityId, proof, label: '群' });
    expect(await bind('made up')).toBe('group_proof_invalid');
    expect(await bind(anna.proof('tea-group'))).toBe('group_proof_invalid');
    const old = owner.proof('tea-group');
    town.wait(5 * MINUTE_MS);
    expect(await bind(old)).toBe('group_proof_expired');
    expect(await anna.code('community.bindGroup', { communityId, proof: 'made up', label: '群' })).toBe('co_owner_only');
  });

  test('that nobody bound cannot be chosen for a campaign', async () => {
    const { owner, communityId, save } = await openShop();
    const campaignId = await save({ type: 'coupon_drop', groupId: 'tea-group' });
    const preview = await owner.get('campaign.preview', { communityId, campaignId });
    expect(preview.problems).toEqual([{ path: 'groupId', problem: 'unknown_group' }]);
    expect(await owner.call('campaign.publish', { communityId, campaignId })).toMatchObject({
      code: 'draft_incomplete',
      data: { paths: ['groupId'] },
    });
  });
});

describe('joining', () => {
  test('is one tap; a second tap says since when, two at once join once', async () => {
    const { town, communityId, owner } = await openShop();
    const bob = town.person('bob');
    const codes = await Promise.all([1, 2, 3].map(() => bob.code('community.join', { communityId })));
    expect(codes.sort()).toEqual(['already_joined', 'already_joined', 'ok']);
    const at = town.now();
    town.nextDay();
    expect(await bob.call('community.join', { communityId })).toEqual({ ok: false, code: 'already_joined', data: { joinedAt: at } });
    expect((await owner.get('community.home', { communityId })).community.members).toBe(2);
  });

  test('shows no name until the member shows one', async () => {
    const { town, owner, communityId, member } = await openShop();
    const anna = await member('anna');
    const rowOf = async () =>
      (await owner.get('community.members', { communityId })).members.find((row) => row.person.memberId === anna.memberIdIn(communityId));
    expect((await rowOf())?.person).toMatchObject({ name: null, tag: expect.stringMatching(/^[A-Z2-7]{4}$/) });
    await anna.get('membership.showName', { communityId, nickname: '安娜' });
    expect((await rowOf())?.person.name).toBe('安娜');
    const journal = await town.store.list('journal.byStamp', communityId, { prefix: [], order: 'ascending' }, 200);
    expect(journal.documents.length).toBeGreaterThan(0);
    expect(JSON.stringify(journal.documents)).not.toContain('安娜');
  });

  test('lists every member once, over pages, the newest first', async () => {
    const { town, owner, communityId, member } = await openShop();
    for (let index = 0; index < 60; index += 1) {
      await member(`member-${index}`);
      town.wait(1);
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    let pages = 0;
    do {
      const page = await owner.get('community.members', cursor === undefined ? { communityId } : { communityId, cursor });
      seen.push(...page.members.map((row) => row.person.memberId));
      cursor = page.cursor ?? undefined;
      pages += 1;
    } while (cursor !== undefined);
    expect(pages).toBe(2);
    expect(seen).toHaveLength(61);
    expect(new Set(seen).size).toBe(61);
    expect(seen.at(-1)).toBe(owner.memberIdIn(communityId));
  });
});

describe('roles', () => {
  test('a clerk is appointed and let go; an owner stays the owner', async () => {
    const { owner, communityId, member, appoint } = await openShop();
    const anna = await member('anna');
    expect(await anna.code('redemption.recent', { communityId })).toBe('clerk_only');
    await appoint(anna, 'clerk');
    expect(await anna.code('redemption.recent', { communityId })).toBe('ok');
    await appoint(anna, 'member');
    expect(await anna.code('redemption.recent', { communityId })).toBe('clerk_only');
    const own = { communityId, memberId: owner.memberIdIn(communityId), role: 'member' as const };
    expect(await owner.call('community.appoint', own)).toEqual({ ok: false, code: 'owner_stays', data: {} });
  });

  test('only somebody who has joined can be appointed', async () => {
    const { town, owner, communityId } = await openShop();
    const bob = town.person('bob');
    await bob.get('community.enter', { communityId });
    const input = { communityId, memberId: bob.memberIdIn(communityId), role: 'clerk' as const };
    expect(await owner.call('community.appoint', input)).toEqual({ ok: false, code: 'not_found', data: { what: 'member' } });
  });
});

test('whoever joins has come that day, the owner of a new community too', async () => {
  const { owner, communityId, member } = await openShop();
  await member('anna');
  expect((await owner.get('analytics.today', { communityId })).day).toMatchObject({ entered: 2, joined: 2 });
});

test('whoever does anything has come that day, without opening a page first', async () => {
  const { town, owner, communityId, member, publish } = await openShop();
  const campaignId = await publish({ type: 'checkin_plan' });
  const anna = await member('anna');
  town.nextDay();
  await anna.get('checkin.checkIn', { communityId, campaignId });
  expect((await owner.get('analytics.today', { communityId })).day).toMatchObject({ entered: 1, checkedIn: 1 });
});
