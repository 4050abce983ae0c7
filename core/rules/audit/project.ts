// The fold of the journal: every projection follows from events here, in a decision and again in a replay.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { projectCampaign } from '#core/rules/campaign/project';
import { projectCheckin } from '#core/rules/checkin/project';
import { projectCommunity } from '#core/rules/community/project';
import { projectCoupon } from '#core/rules/coupon/project';
import { projectInvite } from '#core/rules/invite/project';
import { projectVisibility } from '#core/rules/leaderboard/project';
import type { JournalDocument } from '#core/tables';
import type { Day } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** Who acted, and when. */
export interface EventContext {
  readonly actorId: string;
  readonly at: Instant;
  readonly on: Day;
}

/** Applies one event to the documents that it concerns. @throws DocumentsNeeded when one of them has not been loaded. */
export function project(workspace: Workspace, event: JournalEvent, context: EventContext): void {
  switch (event.kind) {
    case 'community_created':
    case 'group_bound':
    case 'entered':
    case 'group_verified':
    case 'joined':
    case 'role_given':
      return projectCommunity(workspace, event, context);
    case 'visibility_changed':
      return projectVisibility(workspace, context.actorId, event.hidden);
    case 'profile_changed':
      return;
    case 'campaign_saved':
    case 'campaign_published':
    case 'campaign_paused':
    case 'campaign_resumed':
    case 'campaign_ended':
    case 'campaign_posted':
    case 'funnel_reached':
      return projectCampaign(workspace, event, context);
    case 'checked_in':
    case 'milestone_reached':
    case 'points_granted':
      return projectCheckin(workspace, event, context);
    case 'coupon_issued':
    case 'coupon_redeemed':
    case 'redemption_undone':
      return projectCoupon(workspace, event, context);
    case 'invite_link_made':
    case 'invite_opened':
    case 'invite_joined':
    case 'invite_settled':
      return projectInvite(workspace, event, context);
  }
}

/** Applies a whole journal document: its events in order, then the actor's count of actions. */
export function projectJournal(workspace: Workspace, journal: JournalDocument): void {
  const context = { actorId: journal.memberId, at: journal.at, on: journal.on };
  for (const event of journal.events) project(workspace, event, context);
  const actor = workspace.get('member', journal.memberId);
  workspace.put('member', { ...actor, sequence: journal.sequence });
}
