// The grouping lane by itself, on an engine that a test can make fail: what is shared, what is tried again, and who learns of a failure.
import { describe, expect, it } from 'vitest';
import type { CheckedWrites } from '#server/adapters/store-lane/check-decision';
import { createLane } from '#server/adapters/store-lane/create-lane';
import { type EngineLane, TryAgain } from '#server/adapters/store-lane/engine';
import { partOf } from '#server/adapters/store-lane/settle-batch';
import { BATCH_DECISIONS_MAX } from '#server/adapters/store-lane/waiting-line';
import { Fault } from '#server/ports/fault';
import type { Documents, Outcome } from '#server/ports/store';
import { COMMUNITY, counter, countOf, insert, put, stockId } from './contract/contract-case';

/** An engine over a map that writes down what it is asked, and fails when `failing` says so. */
function obedientEngine(failing: (changes: CheckedWrites, commits: number) => unknown = () => null) {
  const texts = new Map<string, string>();
  const calls: string[] = [];
  let commits = 0;
  const find = (ids: readonly string[]) => new Map(ids.flatMap((id) => (texts.has(id) ? [[id, texts.get(id) ?? '']] : [])));
  const engine: EngineLane = {
    async begin(_communities, ids) {
      calls.push(`begin ${ids.length}`);
      return find(ids);
    },
    async more(ids) {
      calls.push(`more ${ids.length}`);
      return find(ids);
    },
    async commit(changes) {
      commits += 1;
      calls.push(`commit ${changes.documents.length}`);
      const failure = failing(changes, commits);
      if (failure !== null) throw failure;
      for (const change of changes.documents) {
        if (change.kind === 'remove') texts.delete(change.id);
        else texts.set(change.id, change.text);
      }
    },
    abandon: async () => undefined,
    end: async () => undefined,
  };
  return { engine, calls, texts };
}

const hot = stockId('hot');
const addOne = (documents: Documents): Outcome<number> => {
  const count = countOf(documents, hot) + 1;
  return { reply: count, writes: [put(counter(hot, count))] };
};

function decide(
  lane: ReturnType<typeof createLane>,
  ids: readonly string[],
  work: (documents: Documents) => Outcome<unknown>,
): Promise<unknown> {
  return lane.decide({ community: COMMUNITY, ids, work });
}

const times = <Item>(count: number, make: (position: number) => Item): Item[] =>
  Array.from({ length: count }, (_, position) => make(position));

describe('the grouping lane', () => {
  it('tells its meter of each batch that was written, and of each that is run again', async () => {
    const { engine } = obedientEngine((_, commits) => (commits === 2 ? new TryAgain('somebody else was first') : null));
    const told: (number | 'conflict')[] = [];
    const lane = createLane(engine, { batch: (decisions) => void told.push(decisions), conflict: () => void told.push('conflict') });
    await decide(lane, [hot], () => ({ reply: null, writes: [insert(counter(hot, 0))] }));
    await Promise.all(times(5, () => decide(lane, [hot], addOne)));
    expect(told).toEqual([1, 'conflict', 5]);
  });

  it('gives decisions that wait together one load, one write and one commit', async () => {
    const { engine, calls } = obedientEngine();
    const lane = createLane(engine);
    const replies = await Promise.all(times(100, () => decide(lane, [hot], addOne)));
    expect(replies).toEqual(times(100, (position) => position + 1));
    expect(calls).toEqual(['begin 1', 'commit 1']);
  });

  it('takes no more into a batch than it says, and the rest into the next', async () => {
    const { engine, calls } = obedientEngine();
    const lane = createLane(engine);
    const replies = await Promise.all(times(BATCH_DECISIONS_MAX + 10, () => decide(lane, [hot], addOne)));
    expect(replies.at(-1)).toBe(BATCH_DECISIONS_MAX + 10);
    expect(calls).toEqual(['begin 1', 'commit 1', 'begin 1', 'commit 1']);
  });

  it('loads what a whole batch asks for later in one go', async () => {
    const { engine, calls } = obedientEngine();
    const lane = createLane(engine);
    await Promise.all(
      times(20, (position) => {
        const own = stockId(`own${position}`);
        let asked = false;
        return decide(lane, [hot], () => {
          if (asked) return { reply: null, writes: [put(counter(own, 1))] };
          asked = true;
          return { need: [own] };
        });
      }),
    );
    expect(calls).toEqual(['begin 1', 'more 20', 'commit 20']);
  });

  it('only looks when nobody writes', async () => {
    const { engine, calls } = obedientEngine();
    await decide(createLane(engine), [hot], () => ({ reply: null, writes: [] }));
    expect(calls).toEqual(['begin 1']);
  });

  it('runs a batch again that lost against another process, and replies with the last run', async () => {
    const { engine, texts } = obedientEngine((_changes, commits) => {
      if (commits > 2) return null;
      // Somebody else was faster, twice.
      texts.set(hot, JSON.stringify(counter(hot, commits * 10)));
      return new TryAgain('somebody was faster');
    });
    const lane = createLane(engine);
    expect(await Promise.all([decide(lane, [hot], addOne), decide(lane, [hot], addOne)])).toEqual([21, 22]);
  });

  it('shows a decision the document that its insert has met', async () => {
    const { engine, texts, calls } = obedientEngine((changes) => {
      const met = changes.documents.filter((change) => change.kind === 'insert' && texts.has(change.id)).map((change) => change.id);
      return met.length > 0 ? new TryAgain('it exists', met) : null;
    });
    texts.set(hot, JSON.stringify(counter(hot, 7)));
    const reply = await decide(createLane(engine), [stockId('other')], (documents) =>
      documents.has(hot) ? { reply: countOf(documents, hot), writes: [] } : { reply: 'made', writes: [insert(counter(hot, 1))] },
    );
    expect(reply).toBe(7);
    expect(calls).toEqual(['begin 1', 'commit 1', 'begin 2']);
  });

  it.each([
    ['lost against another process', () => new TryAgain('somebody was faster')],
    ['failed, and is tried one by one', () => new Error('the engine cannot take this')],
  ])('shows a decision again what it has asked for, when its batch %s', async (_what, failure) => {
    const { engine, texts } = obedientEngine((_changes, commits) => (commits === 1 ? failure() : null));
    const late = stockId('late');
    texts.set(late, JSON.stringify(counter(late, 7)));
    const lane = createLane(engine);
    let hasAsked = false;
    const [reply] = await Promise.all([
      decide(lane, [hot], (documents) => {
        if (hasAsked) return { reply: documents.has(late), writes: [put(counter(hot, 1))] };
        hasAsked = true;
        return { need: [late] };
      }),
      decide(lane, [hot], addOne),
    ]);
    expect(reply).toBe(true);
  });

  it('gives up in words after a bounded number of runs, and goes on with the next batch', async () => {
    let isBusy = true;
    const { engine, calls } = obedientEngine(() => (isBusy ? new TryAgain('always somebody faster') : null));
    const lane = createLane(engine);
    await expect(decide(lane, [hot], addOne)).rejects.toMatchObject({ name: 'Fault', code: 'conflict' });
    expect(calls.filter((call) => call.startsWith('commit')).length).toBeLessThan(20);
    isBusy = false;
    expect(await decide(lane, [hot], addOne)).toBe(1);
  });

  it('lets no decision suffer for another whose write the engine cannot take', async () => {
    const poison = stockId('poison');
    const problem = new Error('the engine cannot take this');
    const { engine } = obedientEngine((changes) => (changes.documents.some((change) => change.id === poison) ? problem : null));
    const lane = createLane(engine);
    const ended = await Promise.allSettled([
      decide(lane, [hot], addOne),
      decide(lane, [poison], () => ({ reply: null, writes: [put(counter(poison, 1))] })),
      decide(lane, [hot], addOne),
    ]);
    expect(ended).toEqual([
      { status: 'fulfilled', value: 1 },
      { status: 'rejected', reason: problem },
      { status: 'fulfilled', value: 2 },
    ]);
  });

  it('tells everybody of a batch that the store was lost, tries nothing twice, and works again afterwards', async () => {
    const lost = new Fault('store_unavailable', 'the connection is lost');
    const { engine, calls } = obedientEngine((_changes, commits) => (commits === 1 ? lost : null));
    const lane = createLane(engine);
    const ended = await Promise.allSettled(times(3, () => decide(lane, [hot], addOne)));
    expect(ended).toEqual(times(3, () => ({ status: 'rejected', reason: lost })));
    expect(calls).toEqual(['begin 1', 'commit 1']);
    expect(await decide(lane, [hot], addOne)).toBe(1);
  });
});

/** The same engine, which works ahead: what it was given is there for its own transaction, and for others once it is committed. */
function eagerEngine(failing: (changes: CheckedWrites, ahead: number) => unknown = () => null) {
  const { engine, calls, texts } = obedientEngine();
  let given: CheckedWrites[] = [];
  let failure: unknown = null;
  let ahead = 0;
  const fail = () => {
    given = [];
    if (failure !== null) throw failure;
  };
  const eager: EngineLane = {
    ...engine,
    async begin(communities, ids) {
      failure = null;
      return engine.begin(communities, ids);
    },
    async more(ids) {
      fail();
      return engine.more(ids);
    },
    writeAhead(changes) {
      ahead += 1;
      calls.push(`ahead ${changes.documents.map(({ kind }) => kind).join(' ')}`);
      failure ??= failing(changes, ahead);
      given.push(changes);
    },
    async commit(changes) {
      const all = [...given, changes];
      fail();
      given = [];
      for (const part of all) await engine.commit(part);
    },
  };
  return { engine: eager, calls, texts };
}

describe('a lane on an engine that works ahead', () => {
  const DECISIONS = 33;
  const PART_DECISIONS = partOf(DECISIONS);

  it('gives it a part while the next is decided, and each part sees what those before it wrote', async () => {
    const { engine, calls, texts } = eagerEngine();
    const lane = createLane(engine);
    const replies = await Promise.all(times(DECISIONS, () => decide(lane, [hot], addOne)));
    expect(replies).toEqual(times(DECISIONS, (position) => position + 1));
    expect(calls).toEqual(['begin 1', 'ahead insert', 'ahead put', 'commit 1', 'commit 1', 'commit 1']);
    expect(texts.get(hot)).toBe(JSON.stringify(counter(hot, DECISIONS)));
  });

  it('loads what only later parts are about while the first is decided', async () => {
    const { engine, calls } = eagerEngine();
    const lane = createLane(engine);
    await Promise.all(times(DECISIONS, (position) => decide(lane, [stockId(`own${position}`)], () => ({ reply: null, writes: [] }))));
    expect(calls).toEqual([`begin ${PART_DECISIONS}`, `more ${DECISIONS - PART_DECISIONS}`]);
  });

  it('runs all of it again when a part met what exists, and shows it then', async () => {
    const own = (position: number) => stockId(`own${position}`);
    const { engine, texts } = eagerEngine((changes, ahead) =>
      ahead === 1 ? new TryAgain('it exists', [changes.documents[0]?.id ?? hot]) : null,
    );
    const lane = createLane(engine);
    texts.set(own(0), JSON.stringify(counter(own(0), 7)));
    const replies = await Promise.allSettled(
      times(DECISIONS, (position) => decide(lane, [hot], () => ({ reply: position, writes: [insert(counter(own(position), 1))] }))),
    );
    expect(replies[0]).toMatchObject({ status: 'rejected', reason: { code: 'conflict' } });
    expect(replies.filter(({ status }) => status === 'fulfilled')).toHaveLength(DECISIONS - 1);
    expect(texts.get(own(0))).toBe(JSON.stringify(counter(own(0), 7)));
  });

  it('tells everybody of a fault in a part, and nothing of the others stays', async () => {
    const { engine, texts } = eagerEngine((_, ahead) => (ahead === 2 ? new Fault('store_unavailable', 'the server is gone') : null));
    const lane = createLane(engine);
    const replies = await Promise.allSettled(times(3 * PART_DECISIONS, () => decide(lane, [hot], addOne)));
    expect(new Set(replies.map((reply) => (reply.status === 'rejected' ? reply.reason.code : reply.value)))).toEqual(
      new Set(['store_unavailable']),
    );
    expect(texts.size).toBe(0);
  });

  it('takes back in a later part what an earlier one made', async () => {
    const { engine, calls, texts } = eagerEngine();
    const lane = createLane(engine);
    await Promise.all(
      times(DECISIONS, (position) =>
        decide(lane, [hot], () => ({
          reply: null,
          writes: position === 0 ? [insert(counter(hot, 1))] : position === DECISIONS - 1 ? [{ kind: 'remove', id: hot }] : [],
        })),
      ),
    );
    expect(calls).toEqual(['begin 1', 'ahead insert', 'commit 1', 'commit 1']);
    expect(texts.size).toBe(0);
  });
});
