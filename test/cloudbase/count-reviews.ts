// Counts what reviews ask of CloudBase.
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import type { openCounter } from '../support/counter';
import { ringNight, ringThrough } from '../support/rings';
import type { Resident } from '../support/town';

type Count = <A extends ActionName>(person: Resident, action: A, input: InputOf<A>, situation?: string) => Promise<ValueOf<A>>;

/** An ordinary call of each, in requests. */
export const reviewRequests = {
  'risk.queue': 3,
  'risk.review': 3,
  'risk.mine': 2,
  'risk.appeal': 8,
  'risk.decide': 9,
  'risk.answer': 9,
};

/** Lets a ring come through a member, who is looked at, appeals, is restricted, and has that lifted. */
export async function countReviews(count: Count, counter: Awaited<ReturnType<typeof openCounter>>, planId: string): Promise<void> {
  const { publish, member, owner, communityId } = counter;
  const here = { communityId };
  const cora = await member('cora');
  await ringThrough(counter, cora, { campaignId: await publish({ type: 'invite_reward' }), planId }, 'ring');
  await ringNight(counter);
  await count(owner, 'risk.queue', { ...here, part: 'waiting' });
  const memberId = cora.memberIdIn(communityId);
  const { review } = await count(owner, 'risk.review', { ...here, memberId });
  await count(cora, 'risk.mine', here);
  await count(cora, 'leaderboard.board', { ...here, kind: 'invite', period: 'all' }, 'of invites, kept off it');
  const restriction = { boards: true, invites: true, days: 15, text: '六个账号十分钟内到齐' } as const;
  await count(owner, 'risk.decide', { ...here, memberId, noticedAt: review.noticedAt, restriction });
  await count(cora, 'risk.appeal', { ...here, text: '他们是我的同事' });
  await count(owner, 'risk.answer', { ...here, memberId, text: '看错了', lifted: true });
}
