// Leagues: the weekly groups of twenty to thirty people in which everybody has a place among few.
import type { LeagueCount, MemberDocument, StockDocument } from '#core/tables';
import { type Day, weekStartOf } from '#core/values/day';
import { type Id, makeId } from '#core/values/ids';

/** How many of last week's people a league is opened for: as many, and a tenth more, have room before another one is. */
export const LEAGUE_SIZE = 27;

/** How many people a league takes before another one is opened. */
export const LEAGUE_MAX = 30;

/** The family of boards that leagues are, and the name under which a member's document keeps the latest one. */
export const LEAGUE_SCORE = 'checkin.league';

/** The id of a league's board: a week, the check-in plan whose people it holds, and its number among them. The week stands first, so that the latest sorts last. */
export function leagueBoardId(communityId: string, weekOn: Day, campaignId: string, number: number): Id {
  return makeId(communityId, 'board', 'checkin', 'league', `${weekOn}.${campaignId}.${String(number)}`);
}

/** The Monday of the week that a league's board counts. */
export function weekOfLeague(board: Id): Day {
  return board.slice(board.lastIndexOf('/') + 1).slice(0, 10);
}

/**
 * The count that a plan begins a week with: as many leagues as last time's people fill. People are dealt out to them one by one, in the
 * order of their first check-ins, so that all leagues have about the same number at any moment.
 */
function countOf(before: LeagueCount | undefined, weekOn: Day): LeagueCount {
  if (before?.weekOn === weekOn) return before;
  return { weekOn, people: 0, leagues: Math.max(1, Math.ceil((before?.people ?? 0) / LEAGUE_SIZE)) };
}

/** The league of the next person: dealt out while there is room, and then one more at a time. */
export function nextLeague({ people, leagues }: Pick<LeagueCount, 'people' | 'leagues'>): number {
  return people < leagues * LEAGUE_MAX ? people % leagues : Math.floor(people / LEAGUE_MAX);
}

/**
 * The league that a check-in for a day leads into: that of the week, with the first check-in of it. Null where the member has one already,
 * where the day's week is over, and where the plan is said to have begun a later week, as when two servers do not agree on midnight.
 */
export function leagueFor(facts: {
  readonly member: Pick<MemberDocument, 'scores'>;
  readonly stock: Pick<StockDocument, 'league'>;
  readonly on: Day;
  readonly today: Day;
}): number | null {
  const { member, stock, on, today } = facts;
  const weekOn = weekStartOf(today);
  const own = member.scores[LEAGUE_SCORE];
  if (weekStartOf(on) !== weekOn || (own !== undefined && weekOfLeague(own.board) >= weekOn)) return null;
  if (stock.league !== undefined && stock.league.weekOn > weekOn) return null;
  return nextLeague(countOf(stock.league, weekOn));
}

/** The count once one person more has been dealt out. */
export function withOneMore(before: LeagueCount | undefined, weekOn: Day): LeagueCount {
  const count = countOf(before, weekOn);
  return { ...count, people: count.people + 1 };
}
