// Remembers what a keyed digest came to: a phone asks several things in a row, and each of them is signed for the same person.

/** The most answers that are kept, some hundred bytes each. */
const KEPT_MAX = 20_000;

/** The same function of texts, which works an answer out once while it is remembered. What it gives must follow from the texts alone. */
export function remembering<Given extends readonly string[]>(work: (...given: Given) => string): (...given: Given) => string {
  const kept = new Map<string, string>();
  return (...given) => {
    const name = given.join('\n');
    const known = kept.get(name);
    if (known !== undefined) return known;
    const found = work(...given);
    if (kept.size >= KEPT_MAX) kept.clear();
    kept.set(name, found);
    return found;
  };
}
