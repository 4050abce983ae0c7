// Boards in PostgreSQL: scores in order, and counters of members on two levels; each answer is one statement, so one committed state.
import type pg from 'pg';
import type { Id } from '#core/values/ids';
import { rangeTopsOf } from '#server/adapters/store-lane/board-range';
import { type BoardScore, compareScores, rankFromFirst, rankWindow } from '#server/adapters/store-lane/board-rows';
import type { ScoreChange } from '#server/adapters/store-lane/check-decision';
import type { EngineReader } from '#server/adapters/store-lane/engine';
import { integerArray, longArray, textArray } from '#server/adapters/store-postgres/postgres-array';
import { faulting } from '#server/adapters/store-postgres/postgres-fault';

/**
 * Writes scores and moves the counters by the sums of what changed. The transaction holds the community, so no other one changes a
 * score between the look at the old ones and the counting; the counters are written in order all the same.
 */
const WRITE = `
WITH new AS (
  SELECT * FROM unnest($1::text[], $2::text[], $3::int4[], $4::int8[], $5::int4[], $6::int4[]) AS new (board, key, points, at, fine, coarse)
), old AS (
  SELECT old.board, old.key, old.fine, old.coarse FROM new JOIN qunhui_scores AS old USING (board, key)
), gone AS (
  DELETE FROM qunhui_scores AS old USING new WHERE new.points IS NULL AND old.board = new.board AND old.key = new.key
), kept AS (
  INSERT INTO qunhui_scores (board, key, points, at, fine, coarse)
  SELECT board, key, points, at, fine, coarse FROM new WHERE points IS NOT NULL
  ON CONFLICT (board, key) DO UPDATE SET points = excluded.points, at = excluded.at, fine = excluded.fine, coarse = excluded.coarse
), moved AS (
  SELECT board, 1 AS level, fine AS top, -1 AS members FROM old
  UNION ALL SELECT board, 0, coarse, -1 FROM old
  UNION ALL SELECT board, 1, fine, 1 FROM new WHERE points IS NOT NULL
  UNION ALL SELECT board, 0, coarse, 1 FROM new WHERE points IS NOT NULL
)
INSERT INTO qunhui_counters AS counter (board, level, top, members)
SELECT board, level, top, sum(members) FROM moved GROUP BY board, level, top HAVING sum(members) <> 0 ORDER BY board, level, top
ON CONFLICT (board, level, top) DO UPDATE SET members = counter.members + excluded.members`;

/** The most questions that one statement answers. */
const QUESTIONS_MAX = 4;

const TOTAL = '(SELECT coalesce(sum(members), 0) FROM qunhui_counters WHERE board = $1 AND level = 0)';

/** How many keys are above a row of scores: whole ranges by their counters, and one range by looking. */
const aboveOf = (row: string): string => `(
  (SELECT coalesce(sum(members), 0) FROM qunhui_counters WHERE board = $1 AND level = 0 AND top > ${row}.coarse)
  + (SELECT coalesce(sum(members), 0) FROM qunhui_counters WHERE board = $1 AND level = 1 AND top > ${row}.fine AND top <= ${row}.coarse)
  + (SELECT count(*) FROM qunhui_scores AS near WHERE near.board = $1 AND near.points > ${row}.points AND near.points <= ${row}.fine))`;

const RANK = `
SELECT total, own.key, own.points, own.at, CASE WHEN own.key IS NULL THEN NULL ELSE 1 + ${aboveOf('own')} END AS rank
FROM (SELECT ${TOTAL} AS total) AS counted LEFT JOIN (SELECT * FROM qunhui_scores WHERE board = $1 AND key = $2) AS own ON true`;

const TOP = `
SELECT total, first.key, first.points, first.at, NULL::bigint AS rank FROM (SELECT ${TOTAL} AS total) AS counted
LEFT JOIN (SELECT * FROM qunhui_scores WHERE board = $1 ORDER BY points DESC, at, key LIMIT $2) AS first ON true`;

const COUNT = 'SELECT board, sum(members) FROM qunhui_counters WHERE board = ANY($1::text[]) AND level = 0 GROUP BY board';

const side = (condition: string, order: string): string =>
  `SELECT side.* FROM own, LATERAL (SELECT * FROM qunhui_scores AS row WHERE row.board = $1 AND ${condition} ORDER BY ${order} LIMIT $3) AS side`;

/** Both sides of a key, each as its tie and what lies beyond the tie; then the nearest of them, and ranks for the first two points. */
const AROUND = `
WITH own AS MATERIALIZED (SELECT * FROM qunhui_scores WHERE board = $1 AND key = $2),
near AS (
  SELECT * FROM own
  UNION ALL ${side('row.points = own.points AND (row.at, row.key) < (own.at, own.key)', 'row.at DESC, row.key DESC')}
  UNION ALL ${side('row.points > own.points', 'row.points, row.at DESC, row.key DESC')}
  UNION ALL ${side('row.points = own.points AND (row.at, row.key) > (own.at, own.key)', 'row.at, row.key')}
  UNION ALL ${side('row.points < own.points', 'row.points DESC, row.at, row.key')}
), placed AS (SELECT near.*, row_number() OVER (ORDER BY points DESC, at, key) AS place FROM near),
nearest AS MATERIALIZED (
  SELECT placed.* FROM placed, (SELECT place FROM placed WHERE key = $2) AS mine
  WHERE placed.place BETWEEN mine.place - $3 AND mine.place + $3
), ranked AS MATERIALIZED (
  SELECT one.points, 1 + ${aboveOf('one')} AS rank
  FROM (SELECT DISTINCT points, fine, coarse FROM nearest ORDER BY points DESC LIMIT 2) AS one
)
SELECT NULL::bigint AS total, nearest.key, nearest.points, nearest.at, (SELECT rank FROM ranked WHERE ranked.points = nearest.points) FROM nearest`;

/** The statement that writes scores inside a transaction that holds their communities. */
export function scoreStatement(scores: readonly ScoreChange[]): { name: string; text: string; values: Buffer[] } {
  const tops = scores.map((score) => rangeTopsOf(score.points ?? 0));
  return {
    name: 'score',
    text: WRITE,
    values: [
      textArray(scores.map((score) => score.board)),
      textArray(scores.map((score) => score.key)),
      integerArray(scores.map((score) => score.points)),
      longArray(scores.map((score) => score.at)),
      integerArray(tops.map((top) => top.fine)),
      integerArray(tops.map((top) => top.coarse)),
    ],
  };
}

const scoreOf = ([, key, points, at]: Row): BoardScore => ({ key: String(key), points: Number(points), at: Number(at) });

/** A row of an answer: total, key, points, instant, rank; null where the question asks for something else. */
type Row = readonly unknown[];

const QUESTIONS = { rank: RANK, top: TOP, around: AROUND };

/** A question about a board; its first value is the board. */
interface Question {
  readonly kind: keyof typeof QUESTIONS;
  readonly values: readonly (string | number)[];
}

/** Several questions as one statement; the first column of a row says which of them it answers. */
function statementOf(questions: readonly Question[]): { name: string; text: string; values: (string | number)[] } {
  let before = 0;
  const parts = questions.map(({ kind, values }, position) => {
    const text = QUESTIONS[kind].replaceAll(/\$(\d)/g, (_, number) => `$${before + Number(number)}`);
    before += values.length;
    return `SELECT ${position}, * FROM (${text}) AS part${position}`;
  });
  return {
    name: questions.map(({ kind }) => kind).join(' '),
    text: parts.join('\nUNION ALL\n'),
    values: questions.flatMap(({ values }) => [...values]),
  };
}

/**
 * Asks what one turn wants to know of boards with one statement: a screen costs one round trip, and all of it is of one moment.
 * The rows of an answer come in the order of the board.
 */
function createAsking(pool: pg.Pool): (question: Question) => Promise<readonly Row[]> {
  let waiting: { readonly questions: Question[]; readonly answers: Promise<readonly (readonly Row[])[]> } | null = null;

  async function answer(questions: readonly Question[]): Promise<readonly (readonly Row[])[]> {
    await Promise.resolve();
    waiting = null;
    const { rows } = await faulting(() => pool.query<unknown[]>({ ...statementOf(questions), rowMode: 'array' }));
    const answers = questions.map((): Row[] => []);
    for (const [position, ...row] of rows) answers[Number(position)]?.push(row);
    return answers.map((of) => of.sort((first, second) => compareScores(scoreOf(first), scoreOf(second))));
  }

  return async (question) => {
    // A batch that is full goes as it is: each further question would make another statement to be planned.
    if (waiting === null || waiting.questions.length >= QUESTIONS_MAX) {
      const questions: Question[] = [];
      waiting = { questions, answers: answer(questions) };
    }
    const { questions, answers } = waiting;
    const position = questions.push(question) - 1;
    return (await answers)[position] ?? [];
  };
}

/** The reading side of boards. */
export function createBoardReader(pool: pg.Pool): Pick<EngineReader, 'rank' | 'top' | 'around' | 'count'> {
  const ask = createAsking(pool);
  return {
    async rank(board: Id, key: string) {
      const [found = []] = await ask({ kind: 'rank', values: [board, key] });
      const [total, , , , rank] = found;
      return { row: rank === null ? null : { ...scoreOf(found), rank: Number(rank) }, total: Number(total) };
    },
    async top(board: Id, limit: number) {
      const rows = await ask({ kind: 'top', values: [board, limit] });
      return { rows: rankFromFirst(rows.filter(([, key]) => key !== null).map(scoreOf)), total: Number(rows[0]?.[0]) };
    },
    async count(boards: readonly Id[]) {
      const { rows } = await faulting(() =>
        pool.query<unknown[]>({ name: 'count', text: COUNT, values: [textArray(boards)], rowMode: 'array' }),
      );
      return new Map(rows.map(([board, total]) => [String(board), Number(total)]));
    },
    async around(board: Id, key: string, reach: number) {
      const rows = await ask({ kind: 'around', values: [board, key, reach] });
      const ranks = new Map(rows.map((row) => [Number(row[2]), Number(row[4])]));
      return rankWindow(rows.map(scoreOf), (points) => ranks.get(points) ?? Number.NaN);
    },
  };
}
