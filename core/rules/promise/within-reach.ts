// Which milestone of a plan was within a member's reach when its owner ended it early: what such an end still owes.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { type MilestoneState, milestoneStates } from '#core/rules/checkin/milestones';
import { cycleOf, planOfDraft } from '#core/rules/checkin/plan';
import { isCheckedIn } from '#core/rules/checkin/record';
import type { CampaignDocument, MemberDocument } from '#core/tables';
import { type Day, daysBetween } from '#core/values/day';
import type { Instant } from '#core/values/instant';
import { type Points, points } from '#core/values/points';

/**
 * The nearest milestone that somebody has gone at least half of the way to, and could have completed by checking in on each day up to the
 * end of the cycle, or of the plan; null where nothing was so near. The terms say the same (`milestone_within_reach`).
 */
export function milestoneWithinReach(campaign: CampaignDocument, member: MemberDocument, on: Day): MilestoneState | null {
  const record = member.checkins[campaign.campaignId];
  if (record === undefined || member.joinedAt === null) return null;
  const plan = planOfDraft(campaign);
  const daysLeft = daysBetween(on, cycleOf(plan, on).endsOn) + (isCheckedIn(record, on) ? 0 : 1);
  const near = milestoneStates(plan, record, on).filter(
    ({ paid, days, missingDays }) => !paid && missingDays <= daysLeft && (days - missingDays) * 2 >= days,
  );
  return near.reduce<MilestoneState | null>((best, one) => (best === null || one.missingDays < best.missingDays ? one : best), null);
}

/** What an early end is reckoned on, for some of its members. */
export interface ReckonFacts {
  readonly campaign: CampaignDocument;
  readonly members: readonly MemberDocument[];
  /** The business day on which it ended, and the moment. */
  readonly endedOn: Day;
  readonly endedAt: Instant;
  /** Where to go on; null when all members have been gone through. */
  readonly after: string | null;
}

/** Records what is owed to these members, as long as the points that the plan had left would have lasted. */
export function reckonEvents({ campaign, members, endedOn, endedAt, after }: ReckonFacts): JournalEvent[] {
  const { campaignId, version, title, reckoning } = campaign;
  if (reckoning === undefined) return [];
  let left: number = reckoning.pointsLeft;
  const broken = members.flatMap((member): JournalEvent[] => {
    const milestone = milestoneWithinReach(campaign, member, endedOn);
    if (milestone === null || milestone.points > left) return [];
    left -= milestone.points;
    const owed = { kind: 'points', points: points(milestone.points), version } as const;
    const key = { campaignId, memberId: member.memberId, about: `milestone-${milestone.ladder}-${milestone.days}` };
    return [{ kind: 'promise_broken', ...key, promise: 'milestone', reason: 'ended_early', title, owed, brokenAt: endedAt }];
  });
  return [...broken, { kind: 'milestones_reckoned', campaignId, after, pointsLeft: left as Points }];
}
