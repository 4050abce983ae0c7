// How scores follow from what happened: a member's document keeps them, boards repeat them while the member is shown.

import type { CouponKey } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { type FunnelStage, funnelBits, hasReached } from '#core/rules/campaign/funnel';
import { type BoardKind, boardId, boardPeriods, type DayCount, dayBoardId, funnelBoardId, USED } from '#core/rules/leaderboard/boards';
import type { MemberDocument } from '#core/tables';
import type { Day } from '#core/values/day';
import type { Instant } from '#core/values/instant';

function rowOf({ campaignId, memberId, n }: CouponKey): string {
  return `${campaignId}.${memberId}.${n}`;
}

/**
 * Adds one point to a member on every period's board of a kind; a new period starts again at one. A point for a day that is over by
 * `today` leaves the boards alone that ended with it: they stay as they stood.
 */
export function scoreOnePoint(workspace: Workspace, memberId: string, kind: BoardKind, on: Day, at: Instant, today: Day = on): void {
  const member = workspace.get('member', memberId);
  const scores = { ...member.scores };
  for (const period of boardPeriods) {
    const board = boardId(workspace.communityId, kind, period, on);
    if (board !== boardId(workspace.communityId, kind, period, today)) continue;
    const before = scores[`${kind}.${period}`];
    const points = before?.board === board ? before.points + 1 : 1;
    scores[`${kind}.${period}`] = { board, points, at };
    if (!member.hidden) workspace.score(board, memberId, points, at);
  }
  workspace.put('member', { ...member, scores });
}

/**
 * Takes a point back that a member was given for a day, from the boards of the present periods; finished ones stand as they were. `at` of
 * a score stays: who was there first was.
 */
export function scoreOneLess(workspace: Workspace, memberId: string, kind: BoardKind, on: Day): void {
  const member = workspace.get('member', memberId);
  const scores = { ...member.scores };
  for (const period of boardPeriods) {
    const board = boardId(workspace.communityId, kind, period, on);
    const name = `${kind}.${period}`;
    const before = scores[name];
    if (before?.board !== board) continue;
    const { points, at } = before;
    if (points > 1) scores[name] = { board, points: points - 1, at };
    else delete scores[name];
    if (!member.hidden) workspace.score(board, memberId, points > 1 ? points - 1 : null, at);
  }
  workspace.put('member', { ...member, scores });
}

/** Takes a member's current scores off the boards, or puts them back. */
export function projectVisibility(workspace: Workspace, memberId: string, hidden: boolean): void {
  const member = workspace.get('member', memberId);
  for (const { board, points, at } of Object.values(member.scores)) {
    workspace.score(board, memberId, hidden ? null : points, at);
  }
  workspace.put('member', { ...member, hidden });
}

/** Counts a person for a day, once. */
export function countForDay(workspace: Workspace, on: Day, what: Exclude<DayCount, 'redeemed'>, memberId: string, at: Instant): void {
  workspace.score(dayBoardId(workspace.communityId, on, what), memberId, 1, at);
}

/** Counts a coupon as redeemed on a day and of its campaign; by its own key, so that an undo takes back just this one. */
export function countRedeemed(workspace: Workspace, on: Day, coupon: CouponKey, at: Instant): void {
  workspace.score(dayBoardId(workspace.communityId, on, 'redeemed'), rowOf(coupon), 1, at);
  workspace.score(funnelBoardId(workspace.communityId, coupon.campaignId, USED), rowOf(coupon), 1, at);
}

/** Takes a redemption off the count of the day on which it was made. */
export function uncountRedeemed(workspace: Workspace, on: Day, coupon: CouponKey, at: Instant): void {
  workspace.score(dayBoardId(workspace.communityId, on, 'redeemed'), rowOf(coupon), null, at);
  workspace.score(funnelBoardId(workspace.communityId, coupon.campaignId, USED), rowOf(coupon), null, at);
}

/** Notes that a member reached a stage of a campaign, once. */
export function reachStage(workspace: Workspace, memberId: string, campaignId: string, stage: FunnelStage, at: Instant): void {
  const member = workspace.get('member', memberId);
  const bits = member.funnel[campaignId];
  if (hasReached(bits, stage)) return;
  workspace.score(funnelBoardId(workspace.communityId, campaignId, stage), memberId, 1, at);
  workspace.put('member', { ...member, funnel: { ...member.funnel, [campaignId]: (bits ?? 0) | funnelBits[stage] } });
}

/** Takes a stage back, as when the only redemption was undone. */
export function leaveStage(workspace: Workspace, memberId: string, campaignId: string, stage: FunnelStage, at: Instant): void {
  const member: MemberDocument = workspace.get('member', memberId);
  const bits = (member.funnel[campaignId] ?? 0) & ~funnelBits[stage];
  workspace.score(funnelBoardId(workspace.communityId, campaignId, stage), memberId, null, at);
  workspace.put('member', { ...member, funnel: { ...member.funnel, [campaignId]: bits } });
}
