// The owner's side of points: how long they hold, what a member has been given, and taking a grant back.

import { decidePolicy, isPolicyFree, policyOf } from '#core/rules/points/policy';
import { decideReverse } from '#core/rules/points/reverse';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';

/** How long the community's points hold. */
export const policy: ViewHandler<'points.policy'> = async (_input, { community }) => ({
  value: { ...policyOf(community), free: isPolicyFree(community) },
});

/** Changes how long points hold that are earned from now on. */
export const setPolicy = change<'points.setPolicy'>()({
  decide: ({ validMonths, pendingDays }, workspace) => decidePolicy(workspace.get('community'), { validMonths, pendingDays }),
  reply: () => ({}),
});

/** Takes a grant back, with a reason that its member reads. */
export const reverse = change<'points.reverse'>()({
  documents: ({ memberId, grant }, { communityId }) => [
    makeId(communityId, 'member', memberId),
    makeId(communityId, 'journal', grant.actorId, grant.requestId),
  ],
  decide: ({ memberId, grant, reason }, workspace) =>
    decideReverse({
      member: workspace.find('member', memberId),
      journal: workspace.find('journal', grant.actorId, grant.requestId),
      grant,
      reason,
    }),
  reply: (value) => value,
});
