// Boards on CloudBase: counted by the database, ranked here; a board too large to be fetched whole is asked about piece by piece.
import type { Id } from '#core/values/ids';
import type { CloudBaseDatabase, Stage, Where } from '#server/adapters/store-cloudbase/cloudbase-database';
import { gather } from '#server/adapters/store-cloudbase/gather';
import { homeIdOf, rowIdOf } from '#server/adapters/store-cloudbase/stored-document';
import { type BoardScore, compareScores, rankFromFirst, rankWindow } from '#server/adapters/store-lane/board-rows';
import type { BoardRow, Store } from '#server/ports/store';

/** The most rows that are fetched to rank them here. */
export const WHOLE_BOARD_ROWS_MAX = 1_000;

/** The most boards that one request counts. */
const COUNTED_BOARDS_MAX = 500;

/** What boards are read with: each question is asked again until it is answered. */
export interface BoardSource {
  aggregate: CloudBaseDatabase['aggregate'];
  count: CloudBaseDatabase['count'];
}

type Answers = Pick<Store, 'rank' | 'top' | 'around'>;

const BEST_FIRST = { p: -1, t: 1, key: 1 } as const;
const WORST_FIRST = { p: 1, t: -1, key: -1 } as const;

/** The rows of one board as `{ key, p, t }`, then what else is asked of them. A home has rows of several boards, hence the second match. */
function rowsOf(board: Id, limit: number, ...further: Stage[]): Stage[] {
  const ofBoard = { 'rows.b': board };
  return [
    { match: ofBoard },
    { unwind: '$rows' },
    { match: ofBoard },
    { project: { _id: 0, key: 1, p: '$rows.p', t: '$rows.t' } },
    ...further,
    { limit },
  ];
}

function scoreOf({ key, p, t }: Readonly<Record<string, unknown>>): BoardScore {
  return { key: String(key), points: Number(p), at: Number(t) };
}

/** A board whose rows are all here: every answer is a recount. */
function wholeBoard(scores: readonly BoardScore[]): { readonly rows: readonly BoardRow[] } {
  return { rows: rankFromFirst([...scores].sort(compareScores)) };
}

/** Answers about boards of any size. The requests of one answer see moments of their own; each sees the board as it was then. */
function largeBoards(source: BoardSource): Answers {
  const scores = async (board: Id, limit: number, ...further: Stage[]): Promise<BoardScore[]> =>
    limit === 0 ? [] : (await source.aggregate(rowsOf(board, limit, ...further))).map(scoreOf);

  /** How many rows a board has, and how many of them have more points than each of the given. */
  async function counts(board: Id, points: readonly number[]): Promise<{ total: number; above: ReadonlyMap<number, number> }> {
    const fields = points.map((own, position) => [`above${position}`, { $sum: { $cond: [{ $gt: ['$p', own] }, 1, 0] } }] as const);
    const group = { _id: null, total: { $sum: 1 }, ...Object.fromEntries(fields) };
    const [counted = {}] = await source.aggregate(rowsOf(board, 1, { group }));
    const numberOf = (field: string): number => Number(counted[field] ?? 0);
    return { total: numberOf('total'), above: new Map(points.map((own, position) => [own, numberOf(`above${position}`)])) };
  }

  const ownScore = async (board: Id, key: string): Promise<BoardScore | undefined> => {
    // The two places that a row may have, so that the database need not look through the board.
    const stages = rowsOf(board, 1);
    const [own] = await source.aggregate([{ match: { _id: { in: [homeIdOf(board, key), rowIdOf(board, key)] } } }, ...stages]);
    return own === undefined ? undefined : scoreOf(own);
  };

  return {
    async rank(board, key) {
      const own = await ownScore(board, key);
      const { total, above } = await counts(board, own === undefined ? [] : [own.points]);
      return { row: own === undefined ? null : { ...own, rank: 1 + (above.get(own.points) ?? 0) }, total };
    },
    async top(board, limit) {
      const [first, { total }] = await Promise.all([scores(board, limit, { sort: BEST_FIRST }), counts(board, [])]);
      return { rows: rankFromFirst(first), total };
    },
    async around(board, key, reach) {
      const own = await ownScore(board, key);
      if (own === undefined) return [];
      const { points: p, at: t } = own;
      const before: Where[] = [{ p: { after: p } }, { p, t: { before: t } }, { p, t, key: { before: key } }];
      const behind: Where[] = [{ p: { before: p } }, { p, t: { after: t } }, { p, t, key: { after: key } }];
      const [better, worse] = await Promise.all([
        scores(board, reach, { match: before }, { sort: WORST_FIRST }),
        scores(board, reach, { match: behind }, { sort: BEST_FIRST }),
      ]);
      const window = [...better.reverse(), own, ...worse];
      const { above } = await counts(board, [...new Set(window.map((row) => row.points))].slice(0, 2));
      return rankWindow(window, (points) => 1 + (above.get(points) ?? 0));
    },
  };
}

/**
 * The reading side of boards. What is asked about one board in one turn shares one request, which fetches up to `wholeRowsMax` rows;
 * a larger board takes up to four requests for an answer.
 */
export function createCloudBaseBoards(source: BoardSource, wholeRowsMax = WHOLE_BOARD_ROWS_MAX): Answers & Pick<Store, 'count'> {
  const large = largeBoards(source);
  const fetching = new Map<Id, Promise<readonly BoardRow[] | null>>();
  // Boards that were seen to be large are not fetched again in vain; both ways give the same answers.
  const knownLarge = new Set<Id>();

  async function fetchWhole(board: Id): Promise<readonly BoardRow[] | null> {
    const found = await source.aggregate(rowsOf(board, wholeRowsMax + 1));
    if (found.length <= wholeRowsMax) return wholeBoard(found.map(scoreOf)).rows;
    knownLarge.add(board);
    return null;
  }

  /** All rows of a board in order, or null when there are too many. */
  function wholeRows(board: Id): Promise<readonly BoardRow[] | null> {
    if (knownLarge.has(board)) return Promise.resolve(null);
    const underWay = fetching.get(board);
    if (underWay !== undefined) return underWay;
    const rows = fetchWhole(board);
    fetching.set(board, rows);
    setImmediate(() => fetching.delete(board));
    return rows;
  }

  const counted = gather<number>(COUNTED_BOARDS_MAX, async (boards) => {
    const [only] = boards;
    if (only !== undefined && boards.length === 1) return new Map([[only, await source.count({ 'rows.b': only })]]);
    const ofBoards = { 'rows.b': { in: boards } };
    const group = { _id: '$rows.b', rows: { $sum: 1 } };
    const stages: Stage[] = [{ match: ofBoards }, { unwind: '$rows' }, { match: ofBoards }, { group }, { limit: boards.length }];
    return new Map((await source.aggregate(stages)).map(({ _id, rows }) => [String(_id), Number(rows)]));
  });

  return {
    async rank(board, key) {
      const rows = await wholeRows(board);
      if (rows === null) return large.rank(board, key);
      return { row: rows.find((row) => row.key === key) ?? null, total: rows.length };
    },
    async top(board, limit) {
      const rows = await wholeRows(board);
      return rows === null ? large.top(board, limit) : { rows: rows.slice(0, limit), total: rows.length };
    },
    async around(board, key, reach) {
      const rows = await wholeRows(board);
      if (rows === null) return large.around(board, key, reach);
      const place = rows.findIndex((row) => row.key === key);
      return place < 0 ? [] : rows.slice(Math.max(0, place - reach), place + reach + 1);
    },
    async count(boards) {
      if (boards.length === 0) return new Map();
      const found = await counted(boards);
      return new Map(boards.map((board) => [board, found.get(board) ?? 0]));
    },
  };
}
