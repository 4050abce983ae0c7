// How long a community's points hold: the owner chooses before there is anything to earn, and afterwards only makes it better.
import { refuse } from '#core/refusals';
import { type Decision, done, refused } from '#core/rules/decision';
import { type PointsPolicy, standardPolicy } from '#core/rules/points/lots';
import type { CommunityDocument } from '#core/tables';

/** The policy of a community. */
export function policyOf(community: Pick<CommunityDocument, 'pointsPolicy'>): PointsPolicy {
  return community.pointsPolicy ?? standardPolicy;
}

/** Whether points hold at least as long and can be spent at least as early. */
function isNoWorse(before: PointsPolicy, after: PointsPolicy): boolean {
  const holds = after.validMonths === null || (before.validMonths !== null && after.validMonths >= before.validMonths);
  return holds && after.pendingDays <= before.pendingDays;
}

/** Changes how long points hold that are earned from now on; those that are there keep their days. */
export function decidePolicy(community: CommunityDocument, wish: PointsPolicy): Decision<Record<never, never>> {
  const before = policyOf(community);
  const isFree = community.recentCampaigns.length === 0;
  if (!isFree && !isNoWorse(before, wish)) return refused(refuse('only_better', { ...before }));
  const isSame = before.validMonths === wish.validMonths && before.pendingDays === wish.pendingDays;
  const { validMonths, pendingDays } = wish;
  return done({}, isSame ? [] : [{ kind: 'points_policy_changed', validMonths, pendingDays }]);
}
