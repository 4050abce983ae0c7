// Boards of the reference store: every answer is a full recount over the sorted rows.

import type { Id } from '#core/values/ids';
import { compareScores, rankFromFirst } from '#server/adapters/store-lane/board-rows';
import type { ScoreChange } from '#server/adapters/store-lane/check-decision';
import type { BoardRow, Rank, Top } from '#server/ports/store';

interface Score {
  readonly points: number;
  readonly at: number;
}

/** The boards of one memory store. */
export interface MemoryBoards {
  set(change: ScoreChange): void;
  rank(board: Id, key: string): Rank;
  top(board: Id, limit: number): Top;
  around(board: Id, key: string, reach: number): readonly BoardRow[];
}

function countRows(scores: ReadonlyMap<string, Score>): readonly BoardRow[] {
  return rankFromFirst([...scores].map(([key, score]) => ({ key, ...score })).sort(compareScores));
}

/** Boards that live in this process only. */
export function createMemoryBoards(): MemoryBoards {
  const boards = new Map<Id, Map<string, Score>>();
  // The rows of a board are counted once after a change; a simulation reads a board far more often than it writes it.
  const counted = new Map<Id, readonly BoardRow[]>();

  function rowsOf(board: Id): readonly BoardRow[] {
    let rows = counted.get(board);
    if (rows === undefined) {
      rows = countRows(boards.get(board) ?? new Map());
      counted.set(board, rows);
    }
    return rows;
  }

  return {
    set({ board, key, points, at }) {
      counted.delete(board);
      const scores = boards.get(board) ?? new Map<string, Score>();
      boards.set(board, scores);
      if (points === null) scores.delete(key);
      else scores.set(key, { points, at });
    },
    rank(board, key) {
      const rows = rowsOf(board);
      return { row: rows.find((row) => row.key === key) ?? null, total: rows.length };
    },
    top(board, limit) {
      const rows = rowsOf(board);
      return { rows: rows.slice(0, Math.max(0, limit)), total: rows.length };
    },
    around(board, key, reach) {
      const rows = rowsOf(board);
      const place = rows.findIndex((row) => row.key === key);
      return place < 0 ? [] : rows.slice(Math.max(0, place - reach), place + reach + 1);
    },
  };
}
