// One case of the store contract, and the small documents that the cases write.
import { makeId } from '#core/values/ids';
import type { Documents, Outcome, Store, StoredDocument, Write } from '#server/ports/store';

/** A store opened for one case. */
export interface OpenedStore {
  readonly store: Store;
  /** Opens the same data once more after `store` has been closed; absent for stores that keep nothing. */
  readonly reopen?: () => Promise<Store>;
}

/** A sentence that is true of every store, and the law of ports/store.ts that it belongs to. */
export interface ContractCase {
  readonly law: number;
  readonly name: string;
  /** Whether the case only makes sense for stores that outlive their process. */
  readonly reopens?: boolean;
  run(opened: OpenedStore): Promise<void>;
}

export const COMMUNITY = 'tea';

/** How many decisions run at once where a case is about doing so. */
export const CROWD = 64;

export const memberId = (name: string, community = COMMUNITY): string => makeId(community, 'member', name);
export const stockId = (name: string, community = COMMUNITY): string => makeId(community, 'stock', name);
export const couponId = (campaign: string, member: string, n: number): string => makeId(COMMUNITY, 'coupon', campaign, member, String(n));
export const boardId = (name: string, community = COMMUNITY): string => `${community}/board/${name}`;

/** A document that holds a count, in a table without indexes. */
export const counter = (id: string, count: number): StoredDocument => ({ id, count });

/** The count that a document holds; 0 when it does not exist. */
export function countOf(documents: Documents, id: string): number {
  const count = documents.get(id)?.['count'];
  return typeof count === 'number' ? count : 0;
}

/** Work that looks at nothing and writes. */
export const writing =
  (...writes: Write[]) =>
  (): Outcome<'written'> => ({ reply: 'written', writes });

export const insert = (document: StoredDocument): Write => ({ kind: 'insert', document });
export const put = (document: StoredDocument): Write => ({ kind: 'put', document });
export const remove = (id: string): Write => ({ kind: 'remove', id });
export const score = (board: string, key: string, points: number | null, at = 0): Write => ({ kind: 'score', board, key, points, at });

/** Inserts documents of one community, as many decisions as it takes. */
export async function fill(store: Store, documents: readonly StoredDocument[]): Promise<void> {
  const decisions: Promise<unknown>[] = [];
  for (let start = 0; start < documents.length; start += 50) {
    const part = documents.slice(start, start + 50);
    decisions.push(store.decide([part[0]?.id ?? ''], writing(...part.map(insert))));
  }
  await Promise.all(decisions);
}

/** Runs the same thing many times at once and gives what became of each. */
export function crowd<Reply>(run: (position: number) => Promise<Reply>, size = CROWD): Promise<PromiseSettledResult<Reply>[]> {
  return Promise.allSettled(Array.from({ length: size }, (_, position) => run(position)));
}

/** A small generator of repeatable numbers from 0 up to a bound (mulberry32). */
export function seededDice(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % bound;
  };
}
