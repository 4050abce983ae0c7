// Boards in PostgreSQL: scores in order, and counters of members on two levels; all that is asked of a board at once is one statement, so one committed state.
import type pg from 'pg';
import type { Id } from '#core/values/ids';
import { rangeTopsOf } from '#server/adapters/store-lane/board-range';
import { type BoardScore, compareScores, rankFromFirst, rankWindow } from '#server/adapters/store-lane/board-rows';
import type { ScoreChange } from '#server/adapters/store-lane/check-decision';
import type { EngineReader } from '#server/adapters/store-lane/engine';
import { integerArray, longArray, textArray } from '#server/adapters/store-postgres/postgres-array';
import { faulting } from '#server/adapters/store-postgres/postgres-fault';
import type { BoardRow } from '#server/ports/store';

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

/** The coarse counters of a board: its total, and how many keys are above a coarse range, are sums of them. */
const COUNTERS = 'SELECT json_build_array(json_agg(top), json_agg(members)) FROM qunhui_counters WHERE board = $1 AND level = 0';

/** The columns of some scores: a screen that comes as one row costs less than as sixty rows, to the server and to us. */
const COLUMNS = 'json_build_array(json_agg(key), json_agg(points), json_agg(at))';

/** How many keys are in the fine ranges above one and up to another. */
const membersOf = (above: string, upTo: string): string =>
  `(SELECT coalesce(sum(members), 0) FROM qunhui_counters WHERE board = $1 AND level = 1 AND top > ${above} AND top <= ${upTo})`;

/** How many keys of its own fine range are above a row of scores. */
const nearOf = (row: string): string =>
  `(SELECT count(*) FROM qunhui_scores AS near WHERE near.board = $1 AND -near.points < -${row}.points AND -near.points >= -${row}.fine)`;

const OWN = `own.points, own.at, own.coarse, ${membersOf('own.fine', 'own.coarse')}, ${nearOf('own')}`;

const RANK = (key: string): string => `
SELECT json_build_array(${OWN}) FROM qunhui_scores AS own WHERE board = $1 AND key = ${key}`;

const TOP = (limit: string): string => `
SELECT ${COLUMNS} FROM (SELECT key, points, at FROM qunhui_scores WHERE board = $1 ORDER BY -points, at, key LIMIT ${limit}) AS first`;

const COUNT = 'SELECT board, sum(members) FROM qunhui_counters WHERE board = ANY($1::text[]) AND level = 0 GROUP BY board';

const side = (reach: string, than: '<' | '>', order: 'ASC' | 'DESC'): string => `(
    SELECT * FROM qunhui_scores AS row WHERE row.board = $1 AND (-row.points, row.at, row.key) ${than} (-own.points, own.at, own.key)
    ORDER BY -row.points ${order}, row.at ${order}, row.key ${order} LIMIT ${reach})`;

const end = (column: string): string => `CASE WHEN max(points) > own.points THEN max(${column}) ELSE min(${column}) END AS ${column}`;

/**
 * A key, what is around it, and the end of that whose rank does not follow from the key's own: a tie at the upper end may have begun before it;
 * where that is the tie of the key, it is what lies below that needs a rank. In the same coarse range, the ranges between the two are enough.
 * OFFSET 0 keeps the end from being worked out at each mention.
 */
const AROUND = (key: string, reach: string): string => `
SELECT json_build_array(${OWN}, far.seen, far.points, far.coarse, CASE WHEN far.points <> own.points THEN ${membersOf(
  'CASE WHEN far.coarse = own.coarse THEN least(far.fine, own.fine) ELSE far.fine END',
  'CASE WHEN far.coarse = own.coarse THEN greatest(far.fine, own.fine) ELSE far.coarse END',
)} END, CASE WHEN far.points <> own.points THEN ${nearOf('far')} END)
FROM qunhui_scores AS own, LATERAL (
  SELECT ${COLUMNS} AS seen, ${end('points')}, ${end('fine')}, ${end('coarse')}
  FROM (${side(reach, '<', 'DESC')} UNION ALL ${side(reach, '>', 'ASC')}) AS near OFFSET 0
) AS far WHERE own.board = $1 AND own.key = ${key}`;

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

/** Columns of the answers; a list is null where there is nothing on it. */
type Columns = readonly [keys: readonly string[] | null, points: readonly number[] | null, ats: readonly number[] | null];
type Counters = readonly [tops: readonly number[] | null, members: readonly number[] | null];

/** A row of scores as a part of an answer: with its coarse range, and how many keys of that are in finer ranges above and in its own. */
type Own = readonly [points: number, at: number, coarse: number, members: number, near: number];
type Around = readonly [
  ...own: Own,
  seen: Columns,
  farPoints: number | null,
  farCoarse: number,
  farMembers: number | null,
  farNear: number,
];

const scoresOf = ([keys, points, ats]: Columns): BoardScore[] =>
  (keys ?? []).map((key, position) => ({ key, points: points?.[position] ?? 0, at: ats?.[position] ?? 0 }));

const totalOf = ([, members]: Counters): number => (members ?? []).reduce((sum, more) => sum + more, 0);

/** The rank of whoever has so many above in the same coarse range. */
function rankOf([tops, members]: Counters, coarse: number, inside: number): number {
  return (tops ?? []).reduce((rank, top, position) => (top > coarse ? rank + (members?.[position] ?? 0) : rank), 1 + inside);
}

const QUESTIONS = { rank: RANK, top: TOP, around: AROUND };

/** A question about a board, and what beside the board it gives its statement. */
interface Question {
  readonly kind: keyof typeof QUESTIONS;
  readonly values: readonly (string | number)[];
}

/** The texts of statements by their names: the same object each time, so that the driver, which compares them, sees that at once. */
const texts = new Map<string, string>();

/** The text for several questions about one board; its only row holds the counters, then the answers. */
function textOf(name: string, questions: readonly Question[]): string {
  const known = texts.get(name);
  if (known !== undefined) return known;
  let place = 1;
  const parts = questions.map(({ kind, values }) => {
    const [first = '', second = ''] = values.map(() => {
      place += 1;
      return `$${place}`;
    });
    return QUESTIONS[kind](first, second);
  });
  const text = `SELECT ${[COUNTERS, ...parts].map((part) => `(${part})`).join(',\n')}`;
  texts.set(name, text);
  return text;
}

/** What a question is answered with: the counters of its board, and its own part, which is null where it is about nobody. */
interface Answer {
  readonly counters: Counters;
  readonly part: unknown;
}

/** Asks what one turn wants to know of a board with one statement: a screen costs one round trip, and all of it is of one moment. */
function createAsking(pool: pg.Pool): (board: Id, question: Question) => Promise<Answer> {
  const waiting = new Map<Id, { readonly questions: Question[]; readonly answers: Promise<readonly unknown[]> }>();

  async function answer(board: Id, questions: readonly Question[]): Promise<readonly unknown[]> {
    await Promise.resolve();
    waiting.delete(board);
    const name = questions.map(({ kind }) => kind).join(' ');
    const values = [board, ...questions.flatMap((question) => question.values)];
    const { rows } = await faulting(() => pool.query<unknown[]>({ name, text: textOf(name, questions), values, rowMode: 'array' }));
    return rows[0] ?? [];
  }

  return async (board, question) => {
    let asked = waiting.get(board);
    // A batch that is full goes as it is: each further question would make another statement to be planned.
    if (asked === undefined || asked.questions.length >= QUESTIONS_MAX) {
      const questions: Question[] = [];
      asked = { questions, answers: answer(board, questions) };
      waiting.set(board, asked);
    }
    const position = asked.questions.push(question);
    const answers = await asked.answers;
    return { counters: answers[0] as Counters, part: answers[position] };
  };
}

/** Ranks what was seen around a key. Between the key and the far end every tie is seen whole, so all ranks follow from those two. */
function rankAround(counters: Counters, key: string, part: Around): BoardRow[] {
  const [points, at, coarse, members, near, seen, farPoints, farCoarse, farMembers, farNear] = part;
  const scores = [...scoresOf(seen), { key, points, at }].sort(compareScores);
  const own = { points, rank: rankOf(counters, coarse, members + near) };
  let far = own;
  if (farPoints !== null && farMembers !== null) {
    const between = farPoints > points ? -farMembers : farMembers;
    const rank = farCoarse === coarse ? own.rank - near + between + farNear : rankOf(counters, farCoarse, farMembers + farNear);
    far = { points: farPoints, rank };
  }
  return rankWindow(scores, (wanted) => {
    const known = wanted === far.points || wanted < points ? far : own;
    return known.rank - scores.filter((score) => score.points > known.points && score.points <= wanted).length;
  });
}

/** The reading side of boards. */
export function createBoardReader(pool: pg.Pool): Pick<EngineReader, 'rank' | 'top' | 'around' | 'count'> {
  const ask = createAsking(pool);
  return {
    async rank(board: Id, key: string) {
      const { counters, part } = await ask(board, { kind: 'rank', values: [key] });
      const total = totalOf(counters);
      if (part === null) return { row: null, total };
      const [points, at, coarse, members, near] = part as Own;
      return { row: { key, points, at, rank: rankOf(counters, coarse, members + near) }, total };
    },
    async top(board: Id, limit: number) {
      const { counters, part } = await ask(board, { kind: 'top', values: [limit] });
      return { rows: rankFromFirst(scoresOf(part as Columns)), total: totalOf(counters) };
    },
    async count(boards: readonly Id[]) {
      const { rows } = await faulting(() =>
        pool.query<unknown[]>({ name: 'count', text: COUNT, values: [textArray(boards)], rowMode: 'array' }),
      );
      return new Map(rows.map(([board, total]) => [String(board), Number(total)]));
    },
    async around(board: Id, key: string, reach: number) {
      const { counters, part } = await ask(board, { kind: 'around', values: [key, reach] });
      return part === null ? [] : rankAround(counters, key, part as Around);
    },
  };
}
