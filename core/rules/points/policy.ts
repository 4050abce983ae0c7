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

/** Whether there is no campaign yet: from the first one on a policy may only become better. */
export function isPolicyFree({ recentCampaigns }: Pick<CommunityDocument, 'recentCampaigns'>): boolean {
  return recentCampaigns.length === 0;
}

/** Whether an owner may change a policy so. */
export function mayBecome(before: PointsPolicy, after: PointsPolicy, isFree: boolean): boolean {
  return isFree || isNoWorse(before, after);
}

/** Changes how long points hold that are earned from now on; those that are there keep their days. */
export function decidePolicy(community: CommunityDocument, wish: PointsPolicy): Decision<Record<never, never>> {
  const before = policyOf(community);
  if (!mayBecome(before, wish, isPolicyFree(community))) return refused(refuse('only_better', { ...before }));
  const isSame = before.validMonths === wish.validMonths && before.pendingDays === wish.pendingDays;
  const { validMonths, pendingDays } = wish;
  return done({}, isSame ? [] : [{ kind: 'points_policy_changed', validMonths, pendingDays }]);
}
