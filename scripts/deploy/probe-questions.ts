// What only a real document database can answer, asked through the store's own narrow way to it, and what we assume until then.
import type { CloudBaseDatabase } from '#server/adapters/store-cloudbase/cloudbase-database';
import { CloudBaseFailure } from '#server/adapters/store-cloudbase/cloudbase-failure';

/** What a question is asked with. */
export interface ProbeParts {
  readonly database: CloudBaseDatabase;
  /** Ids of this run alone; as tokens they are swept by the timer when they are ten minutes old. */
  id(name: string): string;
  /** The present moment, in ms. */
  now(): number;
  pause(ms: number): Promise<void>;
}

/** Something said in both languages of the commands. */
export interface Said {
  readonly zh: string;
  readonly en: string;
}

/** What came out: as assumed or not, null where there is nothing to assume, and what was seen: numbers, or the cloud's own words. */
export interface ProbeAnswer {
  readonly asAssumed: boolean | null;
  readonly saw: string;
}

/** One question. */
export interface ProbeQuestion {
  readonly asks: Said;
  readonly assumes: Said;
  /** Where the assumption lives, below cloudfunctions/adapters/store-cloudbase. */
  readonly livesIn: string;
  readonly otherwise: Said;
  ask(parts: ProbeParts): Promise<ProbeAnswer>;
}

/** A document as the store's tokens are. */
function tokens(parts: ProbeParts, names: readonly string[]) {
  return names.map((name) => ({ _id: parts.id(name), n: 'probe', at: parts.now() }));
}

async function countOf(parts: ProbeParts, names: readonly string[]): Promise<number> {
  const found = await parts.database.find({ where: { _id: { in: names.map((name) => parts.id(name)) } }, limit: 1_000 });
  return found.length;
}

/** How something ends: done, or the failure in the cloud's own words. */
async function endOf(work: Promise<unknown>): Promise<CloudBaseFailure | 'done'> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (error instanceof CloudBaseFailure) return error;
    throw error;
  }
}

const inWords = (end: CloudBaseFailure | 'done') => (end === 'done' ? 'done' : `${end.kind}: ${end.message}`);
const isOneOf = (end: CloudBaseFailure | 'done', kinds: readonly string[]) => end !== 'done' && kinds.includes(end.kind);

async function askAdd(parts: ProbeParts): Promise<ProbeAnswer> {
  const names = ['list-1', 'list-2'];
  const transaction = await parts.database.begin();
  await transaction.add(tokens(parts, names));
  const before = await countOf(parts, names);
  await transaction.commit();
  const after = await countOf(parts, names);
  return { asAssumed: before === 0 && after === 2, saw: `${before} → commit → ${after}` };
}

async function askAbort(parts: ProbeParts): Promise<ProbeAnswer> {
  const transaction = await parts.database.begin();
  await transaction.add(tokens(parts, ['aborted']));
  await transaction.abort();
  const after = await countOf(parts, ['aborted']);
  return { asAssumed: after === 0, saw: `abort → ${after}` };
}

async function askDuplicate(parts: ProbeParts): Promise<ProbeAnswer> {
  const first = await parts.database.begin();
  await first.add(tokens(parts, ['once']));
  await first.commit();
  const second = await parts.database.begin();
  const end = await endOf(second.add(tokens(parts, ['once'])));
  await endOf(second.abort());
  return { asAssumed: isOneOf(end, ['exists']), saw: inWords(end) };
}

async function askMeeting(parts: ProbeParts): Promise<ProbeAnswer> {
  const [one, other] = [await parts.database.begin(), await parts.database.begin()];
  await one.add(tokens(parts, ['meeting']));
  // It may be refused at once, or wait for the first one; so nobody waits for it yet.
  const added = endOf(other.add(tokens(parts, ['meeting'])));
  const committed = await endOf(one.commit());
  const second = await added;
  const end = second === 'done' ? await endOf(other.commit()) : second;
  await endOf(other.abort());
  return {
    asAssumed: committed === 'done' && isOneOf(end, ['exists', 'ended', 'busy']),
    saw: `1: ${inWords(committed)}; 2, ${second === 'done' ? 'commit' : 'add'}: ${inWords(end)}`,
  };
}

async function askExpiry(parts: ProbeParts): Promise<ProbeAnswer> {
  const transaction = await parts.database.begin();
  await transaction.add(tokens(parts, ['late']));
  await parts.pause(31_000);
  const end = await endOf(transaction.commit());
  return {
    asAssumed: isOneOf(end, ['ended', 'busy']) && (await countOf(parts, ['late'])) === 0,
    saw: `commit after 31 s: ${inWords(end)}`,
  };
}

async function askOrder(parts: ProbeParts): Promise<ProbeAnswer> {
  const names = ['order-Z', 'order-a', 'order-é', 'order-中', 'order-😀'];
  const transaction = await parts.database.begin();
  await transaction.add(tokens(parts, [...names].reverse()));
  await transaction.commit();
  const found = await parts.database.find({
    where: { _id: { in: names.map((name) => parts.id(name)) } },
    limit: names.length,
    order: { field: '_id', descending: false },
  });
  const saw = found.map(({ _id }) => _id.slice(_id.lastIndexOf('-') + 1)).join(' ');
  return { asAssumed: saw === 'Z a é 中 😀', saw };
}

async function askMany(parts: ProbeParts): Promise<ProbeAnswer> {
  const names = Array.from({ length: 120 }, (_, index) => `many-${index}`);
  const transaction = await parts.database.begin();
  await transaction.add(tokens(parts, names));
  await transaction.commit();
  const found = await countOf(parts, names);
  return { asAssumed: found === 120, saw: `${found} / 120` };
}

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0;
}

async function timesOf(parts: ProbeParts, rounds: number, work: (round: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const startedAt = parts.now();
    await work(round);
    times.push(parts.now() - startedAt);
  }
  return median(times);
}

async function askSpeed(parts: ProbeParts): Promise<ProbeAnswer> {
  const query = await timesOf(parts, 10, () => countOf(parts, ['nobody']));
  const transaction = await timesOf(parts, 5, async (round) => {
    const begun = await parts.database.begin();
    await begun.add(tokens(parts, [`speed-${round}`]));
    await begun.commit();
  });
  return { asAssumed: null, saw: `find ${query} ms; begin + add + commit ${transaction} ms` };
}

/** Every question, the quick ones first. */
export const probeQuestions: readonly ProbeQuestion[] = [
  {
    asks: { zh: '事务里一次 `add` 一组文档', en: 'one `add` of a list inside a transaction' },
    assumes: { zh: '提交前一个也看不到，提交后全都在', en: 'all of it is there after the commit, nothing before' },
    livesIn: 'cloudbase-database.ts (`add`)',
    otherwise: { zh: '改成每个文档一次 `add`，每次办理多花几次请求', en: 'one `add` per document, and more requests for each decision' },
    ask: askAdd,
  },
  {
    asks: { zh: '事务回滚', en: 'an abort' },
    assumes: { zh: '什么都不留下', en: 'leaves nothing' },
    livesIn: 'decide-on-cloudbase.ts',
    otherwise: { zh: '不能上线：办理做不到要么全成、要么全不成', en: 'nothing may be deployed: a decision is not all or nothing' },
    ask: askAbort,
  },
  {
    asks: { zh: '事务里插入已存在的 `_id`', en: 'an `_id` that exists, inserted inside a transaction' },
    assumes: { zh: '被拒绝，文字里有 `E11000 duplicate key`', en: 'refused with the text `E11000 duplicate key`' },
    livesIn: 'cloudbase-failure.ts (`EXISTS`)',
    otherwise: { zh: '把实际的文字加进去', en: 'add the text that came' },
    ask: askDuplicate,
  },
  {
    asks: { zh: '两个事务插入同一个 `_id`', en: 'two transactions that insert the same `_id`' },
    assumes: {
      zh: '一个成功；另一个在写入或提交时被拒绝，文字是我们认得的',
      en: 'one wins; the other is refused, at its write or at its commit, with a text that we know',
    },
    livesIn: 'cloudbase-failure.ts (`ENDED`, `BUSY`)',
    otherwise: { zh: '把实际的文字加进去；两个都成功的话不能上线', en: 'add the text that came; if both win, nothing may be deployed' },
    ask: askMeeting,
  },
  {
    asks: { zh: '文字的排序', en: 'the order of texts' },
    assumes: { zh: '按码点，和没有 collation 的 MongoDB 一样', en: 'by their code points, as MongoDB does without a collation' },
    livesIn: 'read-stored.ts, cloudbase-pages.ts',
    otherwise: {
      zh: '翻页会漏或重复：键要换成两边排序一致的字母写',
      en: 'pages would skip or repeat: keys must be written in an alphabet that both sides order alike',
    },
    ask: askOrder,
  },
  {
    asks: { zh: '一次查询 120 个文档', en: '120 documents by one query' },
    assumes: { zh: '云函数一次可以取 1,000 个', en: 'a function may ask for 1,000' },
    livesIn: 'read-stored.ts (`QUERY_DOCUMENTS_MAX`)',
    otherwise: { zh: '把这个数改成实际取到的', en: 'lower the number to what came' },
    ask: askMany,
  },
  {
    asks: { zh: '要多久', en: 'how long it takes' },
    assumes: { zh: '不作假设；从云函数里会比这里快', en: 'nothing; from a function it is quicker than from here' },
    livesIn: 'create-cloudbase-store.ts (`DEADLINE_MS`)',
    otherwise: { zh: '–', en: '–' },
    ask: askSpeed,
  },
  {
    asks: { zh: '31 秒后再提交', en: 'a commit after 31 seconds' },
    assumes: { zh: '被拒绝，文字是我们认得的，什么都没写进去', en: 'refused with a text that we know, and nothing is there' },
    livesIn: 'cloudbase-failure.ts (`ENDED`, `BUSY`)',
    otherwise: { zh: '把实际的文字加进去', en: 'add the text that came' },
    ask: askExpiry,
  },
];
