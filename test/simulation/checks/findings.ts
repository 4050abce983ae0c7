// What checkers find: sentences about what differs, and not one of our own rules to find it with.
import { isDeepStrictEqual } from 'node:util';

/** Where checkers note what is wrong. */
export interface Findings {
  readonly differences: readonly string[];
  /** How many comparisons were made: a check that compares nothing proves nothing. */
  readonly compared: number;
  equal(what: string, found: unknown, counted: unknown): void;
  atMost(what: string, found: number, most: number): void;
  holds(what: string, truth: boolean): void;
}

/** Creates an empty list. */
export function createFindings(): Findings {
  const differences: string[] = [];
  let compared = 0;
  const note = (isRight: boolean, sentence: () => string) => {
    compared += 1;
    if (!isRight) differences.push(sentence());
  };
  return {
    differences,
    get compared() {
      return compared;
    },
    equal: (what, found, counted) =>
      note(isDeepStrictEqual(found, counted), () => `${what}: found ${JSON.stringify(found)}, counted ${JSON.stringify(counted)}`),
    atMost: (what, found, most) => note(found <= most, () => `${what}: found ${found}, at most ${most} allowed`),
    holds: (what, truth) => note(truth, () => what),
  };
}

/** Counts a list by key. */
export function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}

/** Adds up a list by key. */
export function sumBy<Item>(items: readonly Item[], keyOf: (item: Item) => string, numberOf: (item: Item) => number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const item of items) sums.set(keyOf(item), (sums.get(keyOf(item)) ?? 0) + numberOf(item));
  return sums;
}
