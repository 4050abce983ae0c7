// The daily check-in: one per business day, its points and milestones, and the invite that a first one settles.
import { refuse } from '#core/refusals';
import { gateRefusal } from '#core/rules/campaign/gate';
import { grantEvents } from '#core/rules/campaign/grants';
import type { Milestone } from '#core/rules/campaign/parameters';
import { stockLeft } from '#core/rules/campaign/stock';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { type MilestoneState, markDay, nextMilestone } from '#core/rules/checkin/record';
import { calendarOf } from '#core/rules/community/calendar';
import type { WorthTerms } from '#core/rules/coupon/benefit';
import { type Decision, done, refused } from '#core/rules/decision';
import { settleEvents } from '#core/rules/invite/settle';
import type { CampaignDocument, CommunityDocument, MemberDocument, StockDocument } from '#core/tables';
import { addDays, type Day, dayOf } from '#core/values/day';
import { communityOf } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** The invite that a first own action settles. */
export interface OpenInvite {
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument;
  readonly inviter: MemberDocument;
}

/** What a check-in is decided on. */
export interface CheckInFacts {
  readonly community: CommunityDocument;
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument;
  readonly member: MemberDocument;
  /** Only at a first own action of somebody who was invited. */
  readonly invite: OpenInvite | null;
  readonly at: Instant;
  readonly numberOf: (couponId: string) => string;
}

/** What a check-in answers; points are numbers of points, `on` the business day that it counts for. */
export interface CheckInValue {
  readonly on: Day;
  readonly streakDays: number;
  readonly totalDays: number;
  readonly pointsEarned: number;
  readonly milestones: readonly Milestone[];
  readonly budgetGone: boolean;
  readonly points: number;
  readonly next: MilestoneState | null;
  readonly inviteCoupon: WorthTerms | null;
}

/** Decides a check-in. Refusals in order: the gate's, then that today is done already. */
export function decideCheckIn(facts: CheckInFacts): Decision<CheckInValue> {
  const { community, campaign, member, at } = facts;
  const { campaignId } = campaign;
  const calendar = calendarOf(community);
  const on = dayOf(at, calendar);
  const closed = gateRefusal({ campaign, community, member, at }, 'checkIn');
  if (closed !== null) return refused(closed);
  const before = member.checkins[campaignId];
  if (before !== undefined && on <= before.lastOn) {
    return refused(refuse('already_checked_in', { on: before.lastOn, streakDays: before.streakDays, nextOn: addDays(before.lastOn, 1) }));
  }
  const record = markDay(before, on);
  const decision = campaignTypes[campaign.type].decide(
    campaign.parameters as never,
    {
      draft: campaign,
      version: campaign.version,
      on,
      left: stockLeft(facts.stock),
      record,
    } as never,
  );
  if (decision.kind !== 'give') throw new Error('a check-in plan never refuses: its gate has done so');
  const { grants } = decision;
  const { version } = campaign;
  const receivers = { communityId: communityOf(community.id), campaignId, version, self: member, numberOf: facts.numberOf };
  const earned = grants.reduce((sum, grant) => sum + (grant.kind === 'points' ? grant.points : 0), 0);
  const milestones = grants.flatMap((grant) =>
    grant.kind === 'points' && grant.days !== undefined ? [{ days: grant.days, points: grant.points }] : [],
  );
  const paidRecord = { ...record, milestonesPaid: [...record.milestonesPaid, ...milestones.map((milestone) => milestone.days)] };
  const settled =
    facts.invite === null
      ? []
      : settleEvents({
          ...facts.invite,
          friend: member,
          today: on,
          calendar,
          at,
          communityId: receivers.communityId,
          numberOf: facts.numberOf,
        });
  const coupon = settled.find((event) => event.kind === 'coupon_issued' && event.memberId === member.memberId);
  return done(
    {
      on,
      streakDays: record.streakDays,
      totalDays: record.totalDays,
      pointsEarned: earned,
      milestones,
      budgetGone: decision.budgetGone,
      points: member.points + earned,
      next: nextMilestone(milestonesOf(campaign), paidRecord, on),
      inviteCoupon: coupon?.kind === 'coupon_issued' ? { benefit: coupon.terms.benefit, thresholdFen: coupon.terms.thresholdFen } : null,
    },
    [{ kind: 'checked_in', campaignId, on }, ...grantEvents(grants, receivers), ...settled],
  );
}

/** The milestones of a check-in plan. */
export function milestonesOf(campaign: CampaignDocument): readonly Milestone[] {
  const value = campaign.parameters['milestones'];
  return Array.isArray(value) ? (value as unknown as readonly Milestone[]) : [];
}
