// The lane on an engine whose data it owns: one batch is written while the next is decided, and nobody hears of what is not durable.
import { describe, expect, it } from 'vitest';
import { createLane, type Lane } from '#server/adapters/store-lane/create-lane';
import { type EngineLane, TryAgain } from '#server/adapters/store-lane/engine';
import { Fault } from '#server/ports/fault';
import type { Documents, Outcome } from '#server/ports/store';
import { COMMUNITY, counter, countOf, insert, put, remove, stockId } from './contract/contract-case';

const hot = stockId('hot');
const own = (position: number): string => stockId(`own${position}`);
const addOne = (documents: Documents): Outcome<number> => {
  const count = countOf(documents, hot) + 1;
  return { reply: count, writes: [put(counter(hot, count))] };
};
const look = (documents: Documents): Outcome<number> => ({ reply: countOf(documents, hot), writes: [] });

const decide = (lane: Lane, ids: readonly string[], work: (documents: Documents) => Outcome<unknown>): Promise<unknown> =>
  lane.decide({ community: COMMUNITY, ids, work });

const times = <Item>(count: number, make: (position: number) => Item): Item[] =>
  Array.from({ length: count }, (_, position) => make(position));

/** So many of a crowd of 64 are in the batch that goes first. */
const AHEAD = 43;
const BEHIND = 64 - AHEAD;

/** Enough turns for everything that is not held back. */
async function quiet(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

/** An engine over a map that does what it is asked one after another, and holds each commit back until it is let through, or fails it. */
function heldEngine() {
  const texts = new Map<string, string>();
  const calls: string[] = [];
  const held: ((failure?: unknown) => void)[] = [];
  let before: Promise<unknown> = Promise.resolve();
  const inTurn = <Result>(run: () => Promise<Result> | Result): Promise<Result> => {
    const done = before.then(run);
    before = done.catch(() => undefined);
    return done;
  };
  const load = (ids: readonly string[]) => inTurn(() => new Map(ids.flatMap((id) => (texts.has(id) ? [[id, texts.get(id) ?? '']] : []))));
  const engine: EngineLane = {
    ownsItsData: true,
    begin(_communities, ids) {
      calls.push(`begin ${ids.length}`);
      return load(ids);
    },
    more(ids) {
      calls.push(`more ${ids.length}`);
      return load(ids);
    },
    commit(changes) {
      calls.push(`commit ${changes.documents.length}`);
      return inTurn(async () => {
        const failure = await new Promise((resolve) => held.push(resolve));
        if (failure !== undefined) throw failure;
        for (const change of changes.documents) {
          if (change.kind === 'remove') texts.delete(change.id);
          else texts.set(change.id, change.text);
        }
      });
    },
    abandon: async () => undefined,
    end: async () => undefined,
  };
  /** Ends the commit that is being held, once it has come. */
  async function release(failure?: unknown): Promise<void> {
    await quiet();
    const letGo = held.shift();
    if (letGo === undefined) throw new Error('no commit is being held');
    letGo(failure);
    await quiet();
  }
  return { engine, calls, texts, release };
}

/** What became of promises so far. */
function watch(promises: readonly Promise<unknown>[]): (string | number)[] {
  const ends: (string | number)[] = promises.map(() => 'waits');
  promises.forEach((promise, position) => {
    promise.then(
      (value) => {
        ends[position] = value as number;
      },
      (error: { readonly code?: string }) => {
        ends[position] = error.code ?? 'failed';
      },
    );
  });
  return ends;
}

describe('a lane on an engine whose data it owns', () => {
  it('decides on what is being written, and answers nobody before it is', async () => {
    const { engine, texts, release } = heldEngine();
    const lane = createLane(engine);
    const first = decide(lane, [hot], addOne);
    await quiet();
    let decided = 0;
    const second = decide(lane, [hot], (documents) => {
      decided = countOf(documents, hot) + 1;
      return { reply: decided, writes: [put(counter(hot, decided))] };
    });
    const ends = watch([first, second]);
    await release();
    expect(decided).toBe(2);
    expect(ends).toEqual([1, 'waits']);
    await release();
    expect(ends).toEqual([1, 2]);
    expect(texts.get(hot)).toBe(JSON.stringify(counter(hot, 2)));
  });

  it('lets two thirds of a crowd go ahead, and asks for the documents of the others before it writes', async () => {
    const { engine, calls, release } = heldEngine();
    const lane = createLane(engine);
    const ends = watch(times(64, (position) => decide(lane, [hot, own(position)], addOne)));
    await release();
    await release();
    expect(ends).toEqual(times(64, (position) => position + 1));
    expect(calls).toEqual([`begin ${AHEAD + 1}`, `begin ${BEHIND + 1}`, 'commit 1', 'commit 1']);
  });

  it('gives the engine its next batch before it tells those whose batch has been written', async () => {
    const { engine, calls, release } = heldEngine();
    const lane = createLane(engine);
    for (const position of times(96, (of) => of)) decide(lane, [hot], addOne).then(() => calls.push(`told ${position}`), calls.push);
    await release();
    expect(calls.slice(0, 7)).toEqual(['begin 1', 'begin 1', 'commit 1', 'begin 1', 'commit 1', 'told 0', 'told 1']);
    expect(calls.at(-1)).toBe('told 63');
    await release();
    await release();
    expect(calls.at(-1)).toBe('told 95');
  });

  it('answers who only looks when what it saw is durable', async () => {
    const { engine, release } = heldEngine();
    const lane = createLane(engine);
    const ends = watch(times(64, (position) => decide(lane, [hot], position < AHEAD ? addOne : look)));
    await quiet();
    expect(new Set(ends)).toEqual(new Set(['waits']));
    await release();
    expect(ends.slice(AHEAD)).toEqual(times(BEHIND, () => AHEAD));
  });

  it('decides again what was decided on a batch that could not be written', async () => {
    const { engine, texts, release } = heldEngine();
    const lane = createLane(engine);
    const ends = watch(times(64, () => decide(lane, [hot], addOne)));
    await release(new Fault('storage_full', 'no room'));
    await release();
    expect(ends.slice(0, AHEAD)).toEqual(times(AHEAD, () => 'storage_full'));
    expect(ends.slice(AHEAD)).toEqual(times(BEHIND, (position) => position + 1));
    expect(texts.get(hot)).toBe(JSON.stringify(counter(hot, BEHIND)));
  });

  it('forgets what was to be written next when it rested on a batch that could not be', async () => {
    const { engine, calls, texts, release } = heldEngine();
    const lane = createLane(engine);
    let late: Promise<unknown> | null = null;
    const addWithLate = (documents: Documents): Outcome<number> => {
      // With somebody behind it, this batch is to follow the first one at once.
      late ??= decide(lane, [hot], addOne);
      return addOne(documents);
    };
    const ends = watch(times(32, (position) => decide(lane, [hot], position < 22 ? addOne : addWithLate)));
    await release(new Fault('storage_full', 'no room'));
    await release();
    expect(ends).toEqual([...times(22, () => 'storage_full'), ...times(10, (position) => position + 1)]);
    expect(await late).toBe(11);
    await quiet();
    expect(calls.filter((call) => call.startsWith('commit'))).toHaveLength(2);
    expect(texts.get(hot)).toBe(JSON.stringify(counter(hot, 11)));
  });

  it('shows a batch what its inserts have met, and what came after it follows', async () => {
    const { engine, texts, release } = heldEngine();
    const lane = createLane(engine);
    texts.set(own(0), JSON.stringify(counter(own(0), 7)));
    const ends = watch(
      times(64, (position) =>
        decide(lane, [hot], (documents) => {
          const { reply, writes } = addOne(documents) as { reply: number; writes: [] };
          return { reply, writes: [...writes, insert(counter(own(position), 1))] };
        }),
      ),
    );
    await release(new TryAgain('it exists', [own(0)]));
    for (let commit = 0; commit < 2; commit += 1) await release();
    expect(ends).toEqual(['conflict', ...times(63, (position) => position + 1)]);
    expect(texts.get(own(0))).toBe(JSON.stringify(counter(own(0), 7)));
  });

  it('lets no decision suffer for another whose write the engine cannot take', async () => {
    const { engine, release } = heldEngine();
    const lane = createLane(engine);
    const ends = watch(times(32, (position) => decide(lane, [hot, own(position)], addOne)));
    const after = watch([decide(lane, [hot], addOne)]);
    await release(new Error('the engine cannot take this'));
    // Those of the first batch alone, one of which is the one; then those that waited, decided anew.
    for (let alone = 0; alone < 22; alone += 1) await release(alone === 3 ? new Error('this one') : undefined);
    await release();
    expect(ends.filter((end) => end === 'failed')).toHaveLength(1);
    expect([...ends.filter((end) => end !== 'failed'), ...after]).toEqual(times(32, (position) => position + 1));
  });

  it('shows what was loaded before as the batch in between leaves it: changed, made or removed', async () => {
    const { engine, texts, release } = heldEngine();
    const lane = createLane(engine);
    texts.set(own(1), JSON.stringify(counter(own(1), 5)));
    const change = (): Outcome<number> => ({ reply: 0, writes: [put(counter(hot, 9)), insert(counter(own(2), 3)), remove(own(1))] });
    const lookAtAll = (documents: Documents): Outcome<string> => ({
      reply: [countOf(documents, hot), documents.has(own(1)), countOf(documents, own(2))].join(),
      writes: [],
    });
    const ids = [hot, own(1), own(2)];
    const ends = watch(times(64, (position) => decide(lane, ids, position === AHEAD - 1 ? change : lookAtAll)));
    await release();
    expect(ends[0]).toBe('0,true,0');
    expect(new Set(ends.slice(AHEAD))).toEqual(new Set(['9,false,3']));
  });

  it('finds what is asked for later as the batch before leaves it', async () => {
    const { engine, release } = heldEngine();
    const lane = createLane(engine);
    const late = (documents: Documents): Outcome<number> => (documents.has(hot) ? look(documents) : { need: [hot] });
    const ends = watch(times(64, (position) => (position < AHEAD ? decide(lane, [hot], addOne) : decide(lane, [own(position)], late))));
    await release();
    expect(ends.slice(AHEAD)).toEqual(times(BEHIND, () => AHEAD));
  });

  it('says that the documents cannot be had, and goes on', async () => {
    const { engine, release } = heldEngine();
    let isLost = true;
    const lost = new Fault('store_unavailable', 'the file is gone');
    const failing: EngineLane = { ...engine, begin: (...asked) => (isLost ? Promise.reject(lost) : engine.begin(...asked)) };
    const lane = createLane(failing);
    const ends = watch(times(40, () => decide(lane, [hot], addOne)));
    await quiet();
    expect(new Set(ends)).toEqual(new Set(['store_unavailable']));
    isLost = false;
    const later = watch([decide(lane, [hot], addOne)]);
    await release();
    expect(later).toEqual([1]);
    await lane.drain();
  });

  it('drains what has been accepted, the last write too', async () => {
    const { engine, release } = heldEngine();
    const lane = createLane(engine);
    const ends = watch([decide(lane, [hot], addOne)]);
    const drained = watch([lane.drain().then(() => 1)]);
    await quiet();
    expect(drained).toEqual(['waits']);
    await release();
    expect([...ends, ...drained]).toEqual([1, 1]);
  });
});
