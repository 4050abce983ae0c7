// Counts what coming in and being put out ask of CloudBase.
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import type { openCounter } from '../support/counter';
import type { Resident } from '../support/town';

type Count = <A extends ActionName>(person: Resident, action: A, input: InputOf<A>, situation?: string) => Promise<ValueOf<A>>;

/** An ordinary call of each, in requests. */
export const doorRequests = {
  'community.block': 8,
  'community.unblock': 8,
};

/** Looks at the members, makes one of them a clerk, puts them out and lets them back in. */
export async function countDoor(count: Count, { owner, member, communityId }: Awaited<ReturnType<typeof openCounter>>): Promise<void> {
  const dora = await member('dora');
  const of = { communityId, memberId: dora.memberIdIn(communityId) };
  await count(owner, 'community.members', { communityId });
  await count(owner, 'community.appoint', { ...of, role: 'clerk' });
  await count(owner, 'community.block', { ...of, reason: 'rules', text: '' });
  await count(owner, 'community.unblock', of);
}
