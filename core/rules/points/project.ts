// How a member's lots follow from what happened to their points; the balance is their sum.
import { type JournalEvent, RULES_VERSION } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { standardPolicy, withGranted, withLots } from '#core/rules/points/lots';
import { grantName } from '#core/rules/points/reverse';
import { withoutLots } from '#core/rules/points/spend';
import { points } from '#core/values/points';

type PointsEvent = Extract<
  JournalEvent,
  {
    kind:
      | 'points_granted'
      | 'points_spent'
      | 'points_returned'
      | 'points_settled'
      | 'points_expired'
      | 'points_reversed'
      | 'points_policy_changed';
  }
>;

/** What a campaign holds of what was spent on it changes by so much; it never lets go of more than it holds. */
function hold(workspace: Workspace, campaignId: string, change: number): void {
  const stock = workspace.get('stock', campaignId);
  const pointsHeld = points((stock.pointsHeld ?? 0) + change);
  if (pointsHeld < 0) throw new RangeError(`${campaignId} holds too few points to let go of ${-change}`);
  workspace.put('stock', { ...stock, pointsHeld });
}

/** Applies an event of the points ledger. What a lot's days are follows from the community's policy as it was at that moment. */
export function projectPoints(workspace: Workspace, event: PointsEvent, context: EventContext): void {
  const { on, rules = RULES_VERSION } = context;
  if (event.kind === 'points_policy_changed') {
    const { validMonths, pendingDays } = event;
    return workspace.put('community', { ...workspace.get('community'), pointsPolicy: { validMonths, pendingDays } });
  }
  if (event.kind === 'points_settled') return hold(workspace, event.campaignId, -event.points);
  const member = workspace.get('member', event.memberId);
  switch (event.kind) {
    case 'points_granted': {
      const stock = workspace.get('stock', event.campaignId);
      const policy = workspace.get('community').pointsPolicy ?? standardPolicy;
      workspace.put('member', withGranted(member, event.points, policy, on));
      const pointGrants = (stock.pointGrants ?? 0) + 1;
      return workspace.put('stock', { ...stock, pointsIssued: points(stock.pointsIssued + event.points), pointGrants });
    }
    case 'points_returned':
      hold(workspace, event.campaignId, -event.points);
      return workspace.put('member', withLots(member, [...member.lots, ...event.lots], on));
    case 'points_reversed': {
      const reversals = [...member.reversals, grantName(event.grant)];
      return workspace.put('member', { ...withoutLots(member, event.lots, on, rules), reversals });
    }
    case 'points_spent':
      hold(workspace, event.campaignId, event.points);
      return workspace.put('member', withoutLots(member, event.lots, on, rules));
    case 'points_expired':
      return workspace.put('member', withoutLots(member, event.lots, on, rules));
  }
}
