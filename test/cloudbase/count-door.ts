// Counts what coming in and being put out ask of CloudBase.
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import type { openCounter } from '../support/counter';
import type { Resident } from '../support/town';

type Count = <A extends ActionName>(person: Resident, action: A, input: InputOf<A>, situation?: string) => Promise<ValueOf<A>>;

/** An ordinary call of each, in requests. */
export const doorRequests = {
  'community.withdraw': 9,
  'community.setJoining': 7,
  'community.applicants': 3,
  'community.admit': 9,
  'community.block': 8,
  'community.unblock': 8,
};

/** Asks newcomers first and lets one of them in; looks at the members, makes one of them a clerk, puts them out and lets them back in. */
export async function countDoor(
  count: Count,
  { town, owner, member, communityId }: Awaited<ReturnType<typeof openCounter>>,
): Promise<void> {
  const here = { communityId };
  await count(owner, 'community.setJoining', { ...here, approval: true, questions: ['住在哪个小区？'] });
  const [evan, finn] = [town.person('evan'), town.person('finn')];
  const answers = [{ question: '住在哪个小区？', text: '幸福里三号楼' }];
  for (const one of [evan, finn]) await count(one, 'community.join', { ...here, answers }, 'that asks the owner');
  await count(finn, 'community.withdraw', here);
  const { applicants } = await count(owner, 'community.applicants', here);
  const { person, askedAt } = applicants[0] ?? { person: { memberId: '' }, askedAt: 0 };
  await count(owner, 'community.admit', { ...here, memberId: person.memberId, askedAt, refusal: null });
  await owner.get('community.setJoining', { ...here, approval: false, questions: [] });
  const dora = await member('dora');
  const of = { communityId, memberId: dora.memberIdIn(communityId) };
  await count(owner, 'community.members', { communityId });
  await count(owner, 'community.appoint', { ...of, role: 'clerk' });
  await count(owner, 'community.block', { ...of, reason: 'rules', text: '' });
  await count(owner, 'community.unblock', of);
}
