// The fold of the journal: every projection follows from events here, in a decision and again in a replay.
import { projectDayCount } from '#core/rules/analytics/day-count';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { SYSTEM_ACTOR, SYSTEM_SEQUENCE } from '#core/rules/audit/system-actor';
import type { Workspace } from '#core/rules/audit/workspace';
import { warningsAfter } from '#core/rules/campaign/low-stock';
import { projectCampaign } from '#core/rules/campaign/project';
import { projectCheckin } from '#core/rules/checkin/project';
import { projectCommunity } from '#core/rules/community/project';
import { projectContent } from '#core/rules/content/project';
import { projectCoupon } from '#core/rules/coupon/project';
import { projectOutlook } from '#core/rules/forecast/outlook';
import { projectInvite } from '#core/rules/invite/project';
import { countForDay, projectVisibility } from '#core/rules/leaderboard/project';
import { projectSeason } from '#core/rules/leaderboard/season';
import { projectSettlement } from '#core/rules/leaderboard/settle-season';
import { fallsBefore, risesAfter, touchedBy } from '#core/rules/membership/consequences';
import { withDue } from '#core/rules/membership/due';
import { projectMembership } from '#core/rules/membership/project';
import { projectOrder } from '#core/rules/points/order';
import { projectPoints } from '#core/rules/points/project';
import { projectPromise } from '#core/rules/promise/project';
import { projectReminder } from '#core/rules/reminder/project';
import { projectReview } from '#core/rules/risk/project';
import type { ReviewEvent } from '#core/rules/risk/review-event';
import { projectTrial } from '#core/rules/trial/project';
import type { Day } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** Who acted, and when. */
export interface EventContext {
  readonly actorId: string;
  readonly at: Instant;
  readonly on: Day;
  /** Under which rules it was decided, where a replay tells of it again; absent for what happens now. */
  readonly rules?: number;
}

type EarningEvent =
  | Parameters<typeof projectCheckin>[1]
  | Parameters<typeof projectPoints>[1]
  | Parameters<typeof projectOrder>[1]
  | Parameters<typeof projectContent>[1]
  | Parameters<typeof projectTrial>[1]
  | Parameters<typeof projectSeason>[1]
  | Parameters<typeof projectSettlement>[1];

/** Applies an event of the days and points that members earn, of seasons, of what they spend points on, and of what they answer and write. */
function projectEarning(workspace: Workspace, event: EarningEvent, context: EventContext): void {
  switch (event.kind) {
    case 'checked_in':
    case 'made_up':
    case 'make_up_card_earned':
    case 'milestone_reached':
    case 'plan_graduated':
      return projectCheckin(workspace, event, context);
    case 'goods_ordered':
    case 'order_handed_over':
    case 'order_cancelled':
      return projectOrder(workspace, event, context);
    case 'quiz_answered':
    case 'poll_answered':
    case 'notice_read':
    case 'entry_written':
    case 'entry_removed':
    case 'entry_reported':
    case 'entry_judged':
    case 'answer_accepted':
      return projectContent(workspace, event, context);
    case 'trial_applied':
    case 'trial_selected':
    case 'trial_not_selected':
    case 'trial_ranked':
    case 'trial_reported':
    case 'trial_read':
      return projectTrial(workspace, event, context);
    case 'season_closed':
      return projectSeason(workspace, event, context);
    case 'prizes_settled':
    case 'prize_paid':
    case 'prizes_released':
      return projectSettlement(workspace, event, context);
    default:
      return projectPoints(workspace, event, context);
  }
}

type CaringEvent = Parameters<typeof projectReminder>[1] | Parameters<typeof projectPromise>[1] | ReviewEvent;

/** Applies an event of what members are reminded of, of what they were promised, or of a review of them; else of what they earn. */
function projectCaring(workspace: Workspace, event: CaringEvent | EarningEvent, context: EventContext): void {
  switch (event.kind) {
    case 'reminder_accepted':
    case 'reminder_planned':
    case 'reminder_dropped':
    case 'reminder_refused':
    case 'reminder_claimed':
    case 'reminder_settled':
      return projectReminder(workspace, event, context);
    case 'promise_broken':
    case 'promise_settled':
    case 'milestones_reckoned':
    case 'complaint_filed':
    case 'complaint_answered':
      return projectPromise(workspace, event, context);
    case 'review_opened':
    case 'review_decided':
    case 'review_appealed':
    case 'review_answered':
    case 'review_ended':
    case 'member_blocked':
    case 'member_unblocked':
    case 'places_forgotten':
      return projectReview(workspace, event, context);
    default:
      return projectEarning(workspace, event, context);
  }
}

/** Applies one event to the documents that it concerns. @throws DocumentsNeeded when one of them has not been loaded. */
function project(workspace: Workspace, event: JournalEvent, context: EventContext): void {
  switch (event.kind) {
    case 'community_created':
    case 'community_described':
    case 'group_bound':
    case 'entered':
    case 'group_verified':
    case 'proofs_forgotten':
    case 'joined':
    case 'role_given':
    case 'joining_set':
    case 'let_in':
    case 'join_asked':
    case 'join_withdrawn':
    case 'join_refused':
      return projectCommunity(workspace, event, context);
    case 'visibility_changed':
      return projectVisibility(workspace, context.actorId, event.hidden);
    case 'profile_changed':
    case 'moderated':
    case 'points_forfeited':
    case 'member_erased':
    case 'tag_named':
    case 'tag_removed':
    case 'member_tagged':
    case 'segment_saved':
    case 'segment_removed':
    case 'tier_changed':
      return projectMembership(workspace, event, context);
    case 'campaign_saved':
    case 'campaign_discarded':
    case 'campaign_published':
    case 'campaign_improved':
    case 'warning_set':
    case 'stock_low':
    case 'campaign_paused':
    case 'campaign_resumed':
    case 'campaign_ended':
    case 'campaign_posted':
    case 'welcome_given':
    case 'funnel_reached':
      return projectCampaign(workspace, event, context);
    case 'coupon_issued':
    case 'coupon_redeemed':
    case 'redemption_undone':
    case 'coupon_voided':
      return projectCoupon(workspace, event, context);
    case 'invite_link_made':
    case 'invite_opened':
    case 'invite_joined':
    case 'invite_settled':
    case 'invite_reversed':
      return projectInvite(workspace, event, context);
    case 'forecast_kept':
      return projectOutlook(workspace, event);
    case 'day_counted':
      return projectDayCount(workspace, event, context);
    default:
      return projectCaring(workspace, event, context);
  }
}

/** What every action says of its actor: one more action, and somebody who has come that day. What the system does is nobody's coming. */
function countAction(workspace: Workspace, { actorId, at, on }: EventContext): number {
  if (actorId === SYSTEM_ACTOR) return SYSTEM_SEQUENCE;
  const actor = workspace.get('member', actorId);
  if (actor.lastEnteredOn !== on) countForDay(workspace, on, 'entered', actorId, at);
  const sequence = actor.sequence + 1;
  workspace.put('member', { ...actor, sequence, lastEnteredOn: on });
  return sequence;
}

/** Says when the timer has to look at the members whose points or tier an action has touched. */
function noteDue(workspace: Workspace, events: readonly JournalEvent[], actorId: string): void {
  for (const memberId of touchedBy(events, actorId)) {
    const member = workspace.get('member', memberId);
    const noted = withDue(member);
    if (noted !== member) workspace.put('member', noted);
  }
}

/**
 * Applies a whole action: its events in order, then what every action says of its actor.
 * @returns the number of the action among its actor's; SYSTEM_SEQUENCE for the system
 */
export function projectAction(workspace: Workspace, events: readonly JournalEvent[], context: EventContext): number {
  for (const event of events) project(workspace, event, context);
  noteDue(workspace, events, context.actorId);
  return countAction(workspace, context);
}

/**
 * Applies an action that is happening now, with what follows from it whatever rule decided it. A replay finds all of it in the journal.
 * @returns all events in their order, and the number of the action
 */
export function actOut(
  workspace: Workspace,
  decided: readonly JournalEvent[],
  context: EventContext,
): { readonly events: readonly JournalEvent[]; readonly sequence: number } {
  const falls = fallsBefore(workspace, decided, context.actorId, context.on);
  for (const event of [...falls, ...decided]) project(workspace, event, context);
  const follows = [...warningsAfter(workspace, decided), ...risesAfter(workspace, decided, context.actorId, context.on)];
  for (const event of follows) project(workspace, event, context);
  const events = [...falls, ...decided, ...follows];
  noteDue(workspace, events, context.actorId);
  return { events, sequence: countAction(workspace, context) };
}
