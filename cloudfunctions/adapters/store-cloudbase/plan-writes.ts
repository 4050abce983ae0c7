// From what a decision changes to what a transaction does: one list of inserts, and one change for each document that exists.
import { type TableDeclaration, tables } from '#core/tables';
import { type Id, tableOf } from '#core/values/ids';
import { placeScore } from '#server/adapters/store-cloudbase/place-score';
import {
  type Content,
  contentIn,
  contentOf,
  homeIdOf,
  isRanking,
  rowIdOf,
  rowsPartOf,
  type Stored,
  type StoredRow,
  type Token,
  tokenIdOf,
} from '#server/adapters/store-cloudbase/stored-document';
import type { CheckedWrites, ScoreChange } from '#server/adapters/store-lane/check-decision';

/** What has been read: stored documents by id, null where there is none. What nobody has read is not in it. */
export type Facts = ReadonlyMap<string, Stored | null>;

/** What a transaction does, in this order. */
export interface Plan {
  /** New documents, and the tokens of all versions that are used up. */
  readonly inserts: readonly (Stored | Token)[];
  readonly sets: readonly { readonly id: string; readonly content: Content & { readonly v: number; readonly n: string } }[];
  readonly touches: readonly { readonly id: string; readonly v: number }[];
}

/** Who makes a plan: the name of the attempt and its time in ms. */
export interface Attempt {
  readonly name: string;
  readonly at: number;
}

const declarations: Readonly<Record<string, TableDeclaration>> = tables;

/** Whether everybody rests on a document and hardly anybody changes it. */
function isShared(id: Id): boolean {
  return declarations[tableOf(id)]?.shared === true;
}

/** The contents that a decision changes, and what must be read before that can be said. */
class Changes {
  readonly contents = new Map<string, Content>();
  readonly unread = new Set<string>();
  readonly #facts: Facts;

  constructor(facts: Facts) {
    this.#facts = facts;
  }

  /** What a stored document holds by now; undefined when nobody knows. */
  #content(id: string): Content | undefined {
    const changed = this.contents.get(id);
    if (changed !== undefined || !this.#facts.has(id)) return changed;
    return contentIn(this.#facts.get(id));
  }

  changeDocuments(writes: CheckedWrites): void {
    for (const change of writes.documents) {
      const rows = rowsPartOf(this.#content(change.id));
      this.contents.set(change.id, change.kind === 'remove' ? rows : { ...rows, ...contentOf(change.id, change.text, change.keys) });
    }
  }

  changeScores(scores: readonly ScoreChange[]): void {
    const last = new Map(scores.map((score) => [rowIdOf(score.board, score.key), score]));
    for (const score of last.values()) {
      if (isRanking(score.board)) this.#changeHome(score);
      else this.#changeRow(score);
    }
  }

  #changeHome(score: ScoreChange): void {
    const { board, key } = score;
    const home = homeIdOf(board, key);
    // Only its own kind of read tells which rows a home keeps: a document inserted unseen says nothing of them.
    if (!this.#facts.has(home)) {
      this.unread.add(home);
      return;
    }
    const content = this.#content(home) ?? {};
    const placed = placeScore(content, board, rowOf(score));
    if (placed.kind === 'apart') {
      this.#changeRow(score);
      return;
    }
    const { rows: _rows, past: _past, ...rest } = content;
    const { rows, past, moved } = placed;
    this.contents.set(home, { ...rest, key, ...(rows.length > 0 ? { rows } : {}), ...(past.length > 0 ? { past } : {}) });
    if (moved !== null) this.contents.set(rowIdOf(moved.b, key), { rows: [moved], key });
  }

  /** Sets a row in a document of its own. What is set once is mostly not there yet, so it is inserted without having been looked for. */
  #changeRow(score: ScoreChange): void {
    const id = rowIdOf(score.board, score.key);
    const row = rowOf(score);
    if (row !== null) this.contents.set(id, { rows: [row], key: score.key });
    else if (this.contents.has(id) || this.#facts.has(id)) this.contents.set(id, {});
    else this.unread.add(id);
  }
}

function rowOf({ board, points, at }: ScoreChange): StoredRow | null {
  return points === null ? null : { b: board, p: points, t: at };
}

/**
 * Plans the writes of a decision that rests on `rested`, all of which is in `facts`; or says what else has to be read first.
 *
 * Everything that exists and is changed uses up the version that was read. What the decision rests on and leaves as it is is touched: its
 * version is used up as well, or it is inserted as vacant, so that nobody who saw the same goes on beside this decision. Documents of
 * shared tables are left alone, unless the decision itself writes such a document.
 */
export function planWrites(facts: Facts, rested: ReadonlySet<Id>, writes: CheckedWrites, attempt: Attempt): Plan | { unread: string[] } {
  const changes = new Changes(facts);
  changes.changeDocuments(writes);
  changes.changeScores(writes.scores);
  if (changes.unread.size > 0) return { unread: [...changes.unread] };

  const inserts: Stored[] = [];
  const tokens: Token[] = [];
  const sets: { id: string; content: Content & { v: number; n: string } }[] = [];
  const touches: { id: string; v: number }[] = [];
  const useUp = (id: string, version: number): number => {
    tokens.push({ _id: tokenIdOf(id, version), n: attempt.name, at: attempt.at });
    return version + 1;
  };
  const insert = (id: string, content: Content): void => {
    inserts.push({ _id: id, v: 1, n: attempt.name, ...content });
  };
  for (const [id, content] of changes.contents) {
    const before = facts.get(id) ?? null;
    if (before === null) insert(id, content);
    // The name of its first attempt stays: that attempt may still be looking for it.
    else sets.push({ id, content: { v: useUp(id, before.v), n: before.n, ...content } });
  }
  const writesShared = writes.documents.some(({ id }) => isShared(id));
  for (const id of rested) {
    if (changes.contents.has(id) || (isShared(id) && !writesShared)) continue;
    const before = facts.get(id) ?? null;
    if (before === null) insert(id, {});
    else touches.push({ id, v: useUp(id, before.v) });
  }
  return { inserts: [...tokens, ...inserts], sets, touches };
}
