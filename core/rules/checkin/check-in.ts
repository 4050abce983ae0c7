// The check-in: one per business day, its points and milestones, and what follows where it is somebody's first own action.
import { type Refusal, refuse } from '#core/refusals';
import type { TypeDecision } from '#core/rules/campaign/define-type';
import { type FirstGains, firstActionOf, type OwnAction } from '#core/rules/campaign/first-action';
import { gateRefusal } from '#core/rules/campaign/gate';
import { grantEvents } from '#core/rules/campaign/grants';
import { stockLeft } from '#core/rules/campaign/stock';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { isInGrace } from '#core/rules/checkin/grace';
import { earnsCard } from '#core/rules/checkin/make-up';
import { type MilestoneState, nextMilestone, withPaid } from '#core/rules/checkin/milestones';
import { type CheckinPlan, planOfDraft } from '#core/rules/checkin/plan';
import { isMarked, markDay } from '#core/rules/checkin/record';
import { calendarOf } from '#core/rules/community/calendar';
import { type Decision, done, refused } from '#core/rules/decision';
import { leagueFor } from '#core/rules/leaderboard/league';
import type { CampaignDocument, CheckinRecord, Ladder, StockDocument } from '#core/tables';
import { addDays, type Day, dayOf } from '#core/values/day';
import { communityOf } from '#core/values/ids';

/** What a check-in is decided on. */
export interface CheckInFacts extends OwnAction {
  readonly campaign: CampaignDocument;
  readonly stock: StockDocument;
  /** The day that the member checks in for, where they chose it: today, or the day before while its grace lasts. */
  readonly on?: Day;
}

/** A milestone that a check-in paid. */
export interface PaidMilestone {
  readonly ladder: Ladder;
  readonly days: number;
  readonly points: number;
}

/** What a check-in answers; points are numbers of points, `on` the business day that it counts for. */
export interface CheckInValue extends FirstGains {
  readonly on: Day;
  readonly streakDays: number;
  readonly totalDays: number;
  readonly pointsEarned: number;
  readonly milestones: readonly PaidMilestone[];
  readonly budgetGone: boolean;
  readonly points: number;
  readonly next: MilestoneState | null;
  readonly cardEarned: boolean;
  /** Said once, with the check-in that completes the plan; `points` are what the budget could still pay. */
  readonly graduated: { readonly days: number; readonly points: number } | null;
}

/** Why a check-in for the chosen day is refused: it is done already, or it is neither today nor within the grace. */
function dayRefusal(facts: CheckInFacts, plan: CheckinPlan, on: Day, today: Day): Refusal<'already_checked_in' | 'grace_over'> | null {
  const { member, at } = facts;
  const calendar = calendarOf(facts.community);
  const record = member.checkins[facts.campaign.campaignId];
  // A clock that has gone back behind the last mark opens no day again.
  const isDone = isMarked(record, on) || (on === today && record !== undefined && on < record.lastOn);
  if (record !== undefined && isDone) {
    return refuse('already_checked_in', { on: record.lastOn, streakDays: record.streakDays, nextOn: addDays(record.lastOn, 1) });
  }
  if (on === today) return null;
  const joinedOn = dayOf(member.joinedAt ?? at, calendar);
  return isInGrace({ plan, record, calendar, joinedOn, at }, on) ? null : refuse('grace_over', { on, hours: plan.graceHours });
}

type Giving = Extract<TypeDecision, { kind: 'give' }>;

/** What the plan gives for a record that includes the check-in. */
function givenFor({ campaign, stock }: CheckInFacts, on: Day, record: CheckinRecord): Giving {
  const facts = { draft: campaign, version: campaign.version, on, left: stockLeft(stock), record };
  const decision = campaignTypes[campaign.type].decide(campaign.parameters as never, facts as never);
  if (decision.kind !== 'give') throw new Error('a check-in plan never refuses: its gate has done so');
  return decision;
}

/** Decides a check-in. Refusals in order: the gate's, that the day is done already, that its grace is over. */
export function decideCheckIn(facts: CheckInFacts): Decision<CheckInValue> {
  const { community, campaign, member, at } = facts;
  const { campaignId } = campaign;
  const today = dayOf(at, calendarOf(community));
  const on = facts.on ?? today;
  const closed = gateRefusal({ campaign, community, member, at }, 'checkIn');
  if (closed !== null) return refused(closed);
  const plan = planOfDraft(campaign);
  const wrongDay = dayRefusal(facts, plan, on, today);
  if (wrongDay !== null) return refused(wrongDay);
  const record = markDay(member.checkins[campaignId], on, plan.restWeekdays);
  const { grants, budgetGone } = givenFor(facts, on, record);
  const sumOf = (reason?: string) =>
    grants.reduce((sum, one) => sum + (one.kind === 'points' && (reason ?? one.reason) === one.reason ? one.points : 0), 0);
  const paid = grants.flatMap((grant) =>
    grant.kind === 'points' && grant.milestone !== undefined ? [{ ...grant.milestone, points: grant.points }] : [],
  );
  const graduates = plan.graduation !== null && record.graduatedOn === null && record.totalDays >= plan.graduation.days;
  const cardEarned = earnsCard(plan, record);
  const { version } = campaign;
  const receivers = { communityId: communityOf(community.id), campaignId, version, self: member, numberOf: facts.numberOf };
  const rest = plan.restWeekdays === 0 ? {} : { restWeekdays: plan.restWeekdays };
  const league = leagueFor({ member, stock: facts.stock, on, today });
  const first = firstActionOf(facts);
  return done(
    {
      on,
      streakDays: record.streakDays,
      totalDays: record.totalDays,
      pointsEarned: sumOf(),
      milestones: paid.map(({ ladder, days, points }) => ({ ladder, days, points })),
      budgetGone,
      points: member.points + sumOf() + (first.gains.welcome?.points ?? 0),
      next: nextMilestone(plan, paid.reduce(withPaid, record), today),
      cardEarned,
      graduated: graduates ? { days: record.totalDays, points: sumOf('graduation') } : null,
      ...first.gains,
    },
    [
      { kind: 'checked_in', campaignId, on, ...rest, ...(league === null ? {} : { league }) },
      ...(cardEarned ? [{ kind: 'make_up_card_earned' as const, campaignId }] : []),
      ...(graduates ? [{ kind: 'plan_graduated' as const, campaignId, on }] : []),
      ...grantEvents(grants, receivers),
      ...first.events,
    ],
  );
}
