// The boards: my place, my neighbours, the top, how everybody there has moved since the day began; and hiding from them.
import type { ValueOf } from '#core/contract';
import { done } from '#core/rules/decision';
import { boardId, boardWindow } from '#core/rules/leaderboard/boards';
import { LEAGUE_SCORE, weekOfLeague } from '#core/rules/leaderboard/league';
import { type Movement, movements, pointsBefore } from '#core/rules/leaderboard/movement';
import { maskedPerson } from '#core/rules/membership/member';
import { isKeptOff } from '#core/rules/risk/watch';
import type { MemberDocument } from '#core/tables';
import { addDays, type Day, weekStartOf } from '#core/values/day';
import { type Id, makeId } from '#core/values/ids';
import { change, type ViewContext, type ViewHandler } from '#server/app/request-context';
import type { BoardRow, Top } from '#server/ports/store';

const TOP = 20;
/** How far down a place is looked for of whoever is kept off the board. */
const KEPT_OFF_TOP = 200;
const NEIGHBOURS = 3;
/** All of a league: more are in one only after a rush on several servers. */
const LEAGUE_TOP = 40;

type Board = ValueOf<'leaderboard.board'>;

/** Which board is looked at, with the first and last day that it counts. */
interface Looked {
  readonly id: Id | null;
  readonly fromOn: Day | null;
  readonly untilOn: Day | null;
  /** Its name among a member's scores. */
  readonly name: string;
}

/** The caller's league: of this week, or of the last until they check in; `id` null where they had none in either. */
function leagueOf(member: MemberDocument | null, today: Day): Looked {
  const board = member?.scores[LEAGUE_SCORE]?.board;
  const weekOn = board === undefined ? null : weekOfLeague(board);
  const isKept = weekOn !== null && weekOn >= addDays(weekStartOf(today), -7);
  return { id: isKept ? (board ?? null) : null, ...boardWindow('week', isKept ? weekOn : today), name: LEAGUE_SCORE };
}

/** Where somebody who is kept off a board would stand on it; null where they have nothing, or that is further down than is looked. */
function ownPlace(member: MemberDocument | null, { id, name }: Looked, { rows, total }: Top): BoardRow | null {
  const score = member?.scores[name];
  if (member === null || score?.board !== id) return null;
  const { points, at } = score;
  const above = rows.filter((row) => row.points > points).length;
  return above === rows.length && above < total ? null : { key: member.memberId, points, at, rank: above + 1 };
}

/** How the first rows have moved, by key: what each had when the day began stands in its member's document. */
function movedOf(top: Top, { id, name }: Looked, climbs: boolean, today: Day, memberOf: (key: string) => MemberDocument | null) {
  const rows = top.rows.map(({ key, rank, points }) => {
    const score = memberOf(key)?.scores[name];
    return { points, rank, before: score?.board === id ? pointsBefore(score, today) : null };
  });
  const moved = movements(rows, { isWhole: top.rows.length === top.total, climbs });
  return new Map(top.rows.map(({ key }, index) => [key, moved[index] ?? null]));
}

async function rowsOf(looked: Looked & { readonly id: Id }, context: ViewContext, kind: Board['kind'], keptOff: boolean) {
  const { store, caller, today, communityId } = context;
  const { id, name } = looked;
  const isLeague = name === LEAGUE_SCORE;
  const isOver = looked.untilOn !== null && looked.untilOn < today;
  const [found, around] = await Promise.all([
    store.top(id, isLeague ? LEAGUE_TOP : keptOff ? KEPT_OFF_TOP : TOP),
    store.around(id, caller.memberId, NEIGHBOURS),
  ]);
  const top = isLeague ? found : { ...found, rows: found.rows.slice(0, TOP) };
  const memberIds = [
    ...new Set([...top.rows.map((row) => row.key), ...around.map((row) => row.key), ...(keptOff ? [caller.memberId] : [])]),
  ];
  const memberKey = (memberId: string) => makeId(communityId, 'member', memberId);
  const others = memberIds.filter((memberId) => memberId !== caller.memberId);
  const { people, documents } = await context.peopleWith(memberIds, others.map(memberKey));
  const memberOf = (memberId: string) =>
    memberId === caller.memberId ? context.member : ((documents.get(memberKey(memberId)) as MemberDocument | undefined) ?? null);
  const moved: ReadonlyMap<string, Movement> = isOver ? new Map() : movedOf(top, looked, kind === 'checkin', today, memberOf);
  const shown = ({ key, rank, points, at }: BoardRow): Board['top'][number] => {
    // Whoever has hidden since a week was over keeps the place and is not named.
    const isNamed = memberOf(key)?.hidden === false;
    const person = (isNamed ? people.get(key) : undefined) ?? maskedPerson(key);
    return { person, rank, points, at, mine: key === caller.memberId, moved: moved.get(key) ?? null };
  };
  const own = keptOff ? ownPlace(context.member, looked, found) : (around.find((row) => row.key === caller.memberId) ?? null);
  return {
    total: top.total,
    mine: own === null ? null : shown(own),
    top: top.rows.map(shown),
    around: isLeague ? [] : around.map(shown),
  };
}

const NOBODY = { total: 0, mine: null, top: [], around: [] };

/** One board as a member sees it. */
export const board: ViewHandler<'leaderboard.board'> = async ({ kind, period }, context) => {
  const { member, today, now, communityId } = context;
  const looked: Looked =
    period === 'league'
      ? leagueOf(member, today)
      : { id: boardId(communityId, kind, period, today), ...boardWindow(period, today), name: `${kind}.${period}` };
  const { id, fromOn, untilOn } = looked;
  const keptOff = member !== null && isKeptOff(member, looked.name);
  const rows = id === null ? NOBODY : await rowsOf({ ...looked, id }, context, kind, keptOff);
  const isOver = untilOn !== null && untilOn < today;
  return { value: { kind, period, fromOn, untilOn, isOver, hidden: member?.hidden ?? false, keptOff, ...rows, at: now } };
};

/** Takes the member off every board, or puts them back with what they have. */
export const hide = change<'leaderboard.hide'>()({
  // Said even where nothing changes, so that a late copy of an earlier wish finds its answer and changes nothing.
  decide: (input) => done({ hidden: input.hidden }, [{ kind: 'visibility_changed', hidden: input.hidden }]),
  reply: (value) => value,
});
