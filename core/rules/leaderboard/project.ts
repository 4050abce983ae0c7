// How scores follow from what happened: a member's document keeps them, boards repeat them while the member is shown.

import type { CouponKey } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { type FunnelStage, funnelBits, hasReached } from '#core/rules/campaign/funnel';
import { type BoardKind, boardId, boardPeriods, type DayCount, dayBoardId, funnelBoardId, USED } from '#core/rules/leaderboard/boards';
import { LEAGUE_SCORE, leagueBoardId, weekOfLeague, withOneMore } from '#core/rules/leaderboard/league';
import { isKeptOff } from '#core/rules/risk/watch';
import type { MemberDocument, Score } from '#core/tables';
import { type Day, weekStartOf } from '#core/values/day';
import type { Id } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** A member's way into a league: the plan that deals it out, its number there, and a day of its week. */
export interface LeagueJoined {
  readonly campaignId: string;
  readonly number: number;
  readonly on: Day;
}

function rowOf({ campaignId, memberId, n }: CouponKey): string {
  return `${campaignId}.${memberId}.${n}`;
}

/** A score that one point is added to on a business day; on another board than before it begins at one. */
function raised(before: Score | undefined, board: Id, at: Instant, today: Day): Score {
  const points = before?.board === board ? before.points : 0;
  const began = before?.board === board && before.before.on === today ? before.before : { on: today, points };
  return { board, points: points + 1, at, before: began };
}

/** Whether others see a member on the board on which they have a score of this name, such as `checkin.week`. */
export function isShownOn(member: Pick<MemberDocument, 'hidden' | 'watch' | 'block'>, name: string): boolean {
  return !member.hidden && member.block === undefined && !isKeptOff(member, name);
}

function put(workspace: Workspace, member: MemberDocument, scores: MemberDocument['scores'], names: readonly string[]): void {
  for (const name of names) {
    const score = scores[name];
    if (score !== undefined && isShownOn(member, name)) workspace.score(score.board, member.memberId, score.points, score.at);
  }
  workspace.put('member', { ...member, scores });
}

/**
 * Adds one point to a member on every period's board of a kind; a new period starts again at one. A point for a day that is over by
 * `today` leaves the boards alone that ended with it: they stay as they stood. The league of the week has what its week has.
 */
export function scoreOnePoint(workspace: Workspace, memberId: string, kind: BoardKind, on: Day, at: Instant, today: Day = on): void {
  const member = workspace.get('member', memberId);
  const scores = { ...member.scores };
  const raisedNames: string[] = [];
  for (const period of boardPeriods) {
    const board = boardId(workspace.communityId, kind, period, on);
    if (board !== boardId(workspace.communityId, kind, period, today)) continue;
    const name = `${kind}.${period}`;
    scores[name] = raised(scores[name], board, at, today);
    raisedNames.push(name);
  }
  const week = scores['checkin.week'];
  const league = scores[LEAGUE_SCORE];
  if (
    week !== undefined &&
    league !== undefined &&
    raisedNames.includes('checkin.week') &&
    weekOfLeague(league.board) === weekStartOf(on)
  ) {
    scores[LEAGUE_SCORE] = { ...week, board: league.board };
    raisedNames.push(LEAGUE_SCORE);
  }
  put(workspace, member, scores, raisedNames);
}

/** Deals a member out to a league of the week of a day, in which they have what they have on the board of that week. */
export function joinLeague(workspace: Workspace, memberId: string, { campaignId, number, on }: LeagueJoined): void {
  const member = workspace.get('member', memberId);
  const week = member.scores['checkin.week'];
  if (week === undefined) throw new Error('a league before the first point of a week');
  const weekOn = weekStartOf(on);
  const board = leagueBoardId(workspace.communityId, weekOn, campaignId, number);
  put(workspace, member, { ...member.scores, [LEAGUE_SCORE]: { ...week, board } }, [LEAGUE_SCORE]);
  const stock = workspace.get('stock', campaignId);
  workspace.put('stock', { ...stock, league: withOneMore(stock.league, weekOn) });
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
    if (points > 1) scores[name] = { ...before, points: points - 1 };
    else delete scores[name];
    if (isShownOn(member, name)) workspace.score(board, memberId, points > 1 ? points - 1 : null, at);
  }
  workspace.put('member', { ...member, scores });
}

/** Takes a member's current scores off the boards, or puts them back. */
export function projectVisibility(workspace: Workspace, memberId: string, hidden: boolean): void {
  const member = { ...workspace.get('member', memberId), hidden };
  for (const [name, { board, points, at }] of Object.entries(member.scores)) {
    workspace.score(board, memberId, isShownOn(member, name) ? points : null, at);
  }
  workspace.put('member', member);
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
