// Who may found a community where an installation belongs to one shop.
import { describe, expect, test } from 'vitest';
import { createTown, openShop, teaHouse } from '../support/town';

const open = () => createTown({ foundingOpen: false });

describe('founding where the installation belongs to one shop', () => {
  test('is for the first who comes, and then for whoever runs a community', async () => {
    const town = open();
    const [owner, stranger] = [town.person('owner'), town.person('stranger')];
    expect((await stranger.get('community.mine', {})).mayFound, 'there is none yet').toBe(true);
    const first = await owner.call('community.create', teaHouse, 'create-request');
    expect(first.ok).toBe(true);
    expect(await owner.call('community.create', teaHouse, 'create-request'), 'asked again').toEqual(first);
    expect((await stranger.get('community.mine', {})).mayFound).toBe(false);
    expect(await stranger.code('community.create', { ...teaHouse, name: '酒馆' })).toBe('founding_closed');
    expect((await stranger.get('community.mine', {})).communities).toEqual([]);
    expect((await owner.get('community.mine', {})).mayFound).toBe(true);
    expect(await owner.code('community.create', { ...teaHouse, name: '酒馆' })).toBe('ok');
  });

  test('is not for members, nor for who runs the desk together with the owner', async () => {
    const { owner, communityId, member } = await openShop(open());
    const anna = await member('anna');
    expect((await anna.get('community.mine', {})).mayFound).toBe(false);
    await owner.get('community.appoint', { communityId, memberId: anna.memberIdIn(communityId), role: 'co_owner' });
    expect((await anna.get('community.mine', {})).mayFound).toBe(false);
    expect(await anna.code('community.create', teaHouse)).toBe('founding_closed');
  });

  test('costs a member no more questions than before', async () => {
    const { town, member } = await openShop(open());
    const anna = await member('anna');
    const asked: string[] = [];
    const { list } = town.store;
    town.store.list = (index, ...rest) => {
      asked.push(index);
      return list(index, ...rest);
    };
    await anna.get('community.mine', {});
    expect(asked).toEqual(['identity.byPerson']);
  });
});
