// The boards: my place, my neighbours, the top; and hiding from them.
import type { ValueOf } from '#core/contract';
import { done } from '#core/rules/decision';
import { boardId, boardWindow } from '#core/rules/leaderboard/boards';
import { maskedPerson } from '#core/rules/membership/member';
import { change, type Person, type ViewHandler } from '#server/app/request-context';
import type { BoardRow } from '#server/ports/store';

const TOP = 20;
const NEIGHBOURS = 3;

type Row = ValueOf<'leaderboard.board'>['top'][number];

/** One board as a member sees it. */
export const board: ViewHandler<'leaderboard.board'> = async (input, context) => {
  const { store, caller, today, now } = context;
  const id = boardId(context.communityId, input.kind, input.period, today);
  const [mine, top, around] = await Promise.all([
    store.rank(id, caller.memberId),
    store.top(id, TOP),
    store.around(id, caller.memberId, NEIGHBOURS),
  ]);
  const people = await context.people([...top.rows, ...around].map((row) => row.key));
  const shown = ({ key, rank, points, at }: BoardRow): Row => {
    const person: Person = people.get(key) ?? maskedPerson(key);
    return { person, rank, points, at, mine: key === caller.memberId };
  };
  const own = around.find((row) => row.key === caller.memberId) ?? mine.row;
  return {
    value: {
      kind: input.kind,
      period: input.period,
      ...boardWindow(input.period, today),
      total: mine.total,
      hidden: context.member?.hidden ?? false,
      mine: own === null ? null : shown(own),
      top: top.rows.map(shown),
      around: around.map(shown),
      at: now,
    },
  };
};

/** Takes the member off every board, or puts them back with what they have. */
export const hide = change<'leaderboard.hide'>()({
  // Said even where nothing changes, so that a late copy of an earlier wish finds its answer and changes nothing.
  decide: (input) => done({ hidden: input.hidden }, [{ kind: 'visibility_changed', hidden: input.hidden }]),
  reply: (value) => value,
});
