// Seasons: a board's finished weeks and months, whose final standing is kept once they are over.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { type BoardKind, boardKinds, boardWindow } from '#core/rules/leaderboard/boards';
import type { SeasonPeriod } from '#core/tables';
import { addDays, type Day } from '#core/values/day';
import { type Id, makeId } from '#core/values/ids';

/** How many places of a season are kept to be shown; where prizes are given, more are kept for their settlement. */
export const SEASON_PLACES = 10;

/** How many finished periods are looked back at: a timer that was away for longer has missed a season that nobody asks for any more. */
const LOOK_BACK: Readonly<Record<SeasonPeriod, number>> = { week: 8, month: 3 };

/** The periods that end. */
const seasonPeriods: readonly SeasonPeriod[] = ['week', 'month'];

/** One season: what is counted, and its first and last business day. */
export interface Season {
  readonly board: BoardKind;
  readonly period: SeasonPeriod;
  readonly fromOn: Day;
  readonly untilOn: Day;
}

/** The latest season of a board that is over once the day `finishedOn` is. */
export function lastSeason(board: BoardKind, period: SeasonPeriod, finishedOn: Day): Season {
  const { fromOn, untilOn } = boardWindow(period, finishedOn);
  if (fromOn === null || untilOn === null) throw new Error(`${period} never ends`);
  return untilOn <= finishedOn ? { board, period, fromOn, untilOn } : lastSeason(board, period, addDays(fromOn, -1));
}

/** The seasons of all boards that are over once `finishedOn` is and had begun to be counted by `sinceOn` at the earliest; oldest first. */
export function finishedSeasons(sinceOn: Day, finishedOn: Day): Season[] {
  const seasons: Season[] = [];
  for (const period of seasonPeriods) {
    let until = finishedOn;
    for (let back = 0; back < LOOK_BACK[period]; back += 1) {
      const latest = boardKinds.map((board) => lastSeason(board, period, until));
      const [one] = latest;
      if (one === undefined || one.untilOn < sinceOn) break;
      seasons.push(...latest);
      until = addDays(one.fromOn, -1);
    }
  }
  return seasons.sort((one, other) => (one.untilOn < other.untilOn ? -1 : one.untilOn > other.untilOn ? 1 : 0));
}

/** Whether two are the same season of the same board. */
export function isSameSeason(one: Season, other: Season): boolean {
  return one.board === other.board && one.period === other.period && one.fromOn === other.fromOn;
}

/** The id of the document that keeps a season. */
export function seasonId(communityId: string, { board, period, fromOn }: Pick<Season, 'board' | 'period' | 'fromOn'>): Id {
  return makeId(communityId, 'season', board, period, fromOn);
}

/** Keeps a season as it was counted. */
export function projectSeason(workspace: Workspace, event: Extract<JournalEvent, { kind: 'season_closed' }>, context: EventContext): void {
  const { kind: _kind, ...season } = event;
  workspace.put('season', { id: seasonId(workspace.communityId, season), ...season, closedAt: context.at });
}
