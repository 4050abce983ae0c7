// Acts out a schedule: in the order of time, the people of one stretch of hours at once, each person's own deeds one after another.
import { HOUR_MS, type Instant } from '#core/values/instant';

/** Something that somebody does at an instant. */
export interface Deed {
  readonly at: Instant;
  readonly who: string;
  /** Done before the others of its stretch, since they rest on it. */
  readonly leads?: boolean;
  act(): Promise<void>;
}

/** How many hours are acted out together: long enough for the store to work on many decisions at once. */
const STRETCH_MS = 3 * HOUR_MS;

async function inTurn(deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) await deed.act();
}

/**
 * Acts out all deeds and tells after each stretch how many are done. Within a stretch different people's deeds overlap; a deed
 * that needs another person's (a clerk's scan of a shown code) has to do both sides itself.
 */
export async function runSchedule(deeds: readonly Deed[], onDone: (done: number) => void): Promise<void> {
  const ordered = deeds
    .map((deed, index) => ({ deed, index }))
    .sort((one, other) => one.deed.at - other.deed.at || one.index - other.index);
  let done = 0;
  while (done < ordered.length) {
    const first = ordered[done];
    if (first === undefined) return;
    const stretch = Math.floor(first.deed.at / STRETCH_MS);
    const people = new Map<string, Deed[]>();
    const leading: Deed[] = [];
    let next = done;
    for (; next < ordered.length; next += 1) {
      const deed = ordered[next]?.deed;
      if (deed === undefined || Math.floor(deed.at / STRETCH_MS) !== stretch) break;
      if (deed.leads === true) leading.push(deed);
      else people.set(deed.who, [...(people.get(deed.who) ?? []), deed]);
    }
    await inTurn(leading);
    await Promise.all([...people.values()].map(inTurn));
    done = next;
    onDone(done);
  }
}
