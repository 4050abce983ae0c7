// Where a member stands: the tier and why, what is missing for the next, until when it is kept, and what their points come to.
import type { ValueOf } from '#core/contract';
import { influenceOf } from '#core/rules/membership/deeds';
import { newMember } from '#core/rules/membership/member';
import { standingOf } from '#core/rules/membership/standing-of';
import { pointsOn } from '#core/rules/points/lots';
import type { ViewHandler } from '#server/app/request-context';

type Standing = ValueOf<'membership.standing'>;

/** My tier with its reasons as data: the screen puts them into words. */
export const standing: ViewHandler<'membership.standing'> = async (_input, context) => {
  const { communityId, caller, now, today } = context;
  const member = context.member ?? newMember(communityId, caller.memberId, { kind: 'direct' }, now);
  const standing: Omit<Standing, 'influence' | 'points'> = standingOf(member, today);
  const lots = member.lots.map(({ points, activeOn, expiresOn }) => ({ points, activeOn, expiresOn }));
  return { value: { ...standing, influence: influenceOf(member), points: { balance: member.points, ...pointsOn(member, today), lots } } };
};
