// How the refusals of giving somebody a role come about, each driven by what people do.
import type { GivenRole } from '#core/rules/community/roles';
import type { AppReply } from '#server/app/create-app';
import type { openCounter } from './counter';
import type { Resident } from './town';

type Road = (counter: Awaited<ReturnType<typeof openCounter>>) => Promise<AppReply>;

export const roleRoads: Readonly<Record<'owner_stays' | 'owner_appoints' | 'too_many_co_owners', Road>> = {
  owner_stays: ({ owner, communityId }) => {
    return owner.call('community.appoint', { communityId, memberId: owner.memberIdIn(communityId), role: 'clerk' });
  },
  owner_appoints: async ({ anna, cashier, appoint, communityId }) => {
    await appoint(cashier, 'co_owner');
    return cashier.call('community.appoint', { communityId, memberId: anna.memberIdIn(communityId), role: 'co_owner' });
  },
  too_many_co_owners: async ({ owner, member, anna, communityId }) => {
    const giving = (person: Resident, role: GivenRole) => ({ communityId, memberId: person.memberIdIn(communityId), role });
    for (let n = 1; n <= 5; n += 1) await owner.get('community.appoint', giving(await member(`co-owner-${n}`), 'co_owner'));
    return owner.call('community.appoint', giving(anna, 'co_owner'));
  },
};
