// A member's story on the phone: three lists that the server keeps in order become one, the newest first, of which only that is shown
// before which nothing can be missing.
import type { Caller, No } from '#app/features/call';
import { createPaged, type Paged } from '#app/features/paged';
import type { InputOf, ValueOf } from '#core/contract';

type Page = ValueOf<'membership.story'>;
type Part = InputOf<'membership.story'>['part'];

/** One line of a story. */
export type StoryLine = Page['lines'][number];
/** Who it is of. */
export type StoryWho = NonNullable<Page['who']>;
/** A story with whom it is of. */
export type Story = Paged<StoryLine, StoryWho>;

/** A list that has been read up to some line: `cursor` undefined has not begun, null is at its end. */
interface Source {
  readonly part: Part;
  cursor: string | null | undefined;
  /** When the oldest line was that has been read. */
  oldestAt: number;
}

interface Telling {
  readonly who: StoryWho;
  readonly sources: readonly Source[];
  waiting: StoryLine[];
}

/** Makes a story. Coupons are read to their end first: one that came long ago may have been used yesterday. */
export function createStory(caller: Caller, communityId: string, memberId: string): Story {
  let telling: Telling | null = null;

  const read = (part: Part, cursor: string | null | undefined) =>
    caller.view('membership.story', { communityId, memberId, part, ...(cursor == null ? {} : { cursor }) });

  /** Reads one page of a source; a `no` leaves it as it was. */
  async function readOn(told: Telling, source: Source): Promise<No | null> {
    const reply = await read(source.part, source.cursor);
    if (!reply.ok) return reply as No;
    const { lines, cursor } = reply.value;
    told.waiting.push(...lines);
    source.oldestAt = lines[lines.length - 1]?.at ?? source.oldestAt;
    source.cursor = cursor;
    return null;
  }

  async function begin(): Promise<Telling | No> {
    const reply = await read('who', undefined);
    if (!reply.ok) return reply as No;
    const parts = ['coupons', 'deeds', 'given'] as const;
    const sources = parts.map((part): Source => ({ part, cursor: undefined, oldestAt: Number.POSITIVE_INFINITY }));
    return { who: reply.value.who as StoryWho, sources, waiting: [] };
  }

  /** The source that holds the others up: coupons while they last, then whichever has been read back the least. */
  function next({ sources }: Telling): Source | null {
    const open = sources.filter(({ cursor }) => cursor !== null);
    const [coupons] = open.filter(({ part }) => part === 'coupons');
    if (coupons !== undefined) return coupons;
    return open.reduce<Source | null>((least, one) => (least === null || one.oldestAt > least.oldestAt ? one : least), null);
  }

  return createPaged<StoryLine, StoryWho>(async (cursor) => {
    if (cursor === undefined || telling === null) {
      const begun = await begin();
      if ('ok' in begun) return begun;
      telling = begun;
    }
    const told = telling;
    let ready: StoryLine[] = [];
    for (let source = next(told); source !== null && ready.length === 0; ) {
      const no = await readOn(told, source);
      if (no !== null) return no;
      source = next(told);
      const since = source === null ? Number.NEGATIVE_INFINITY : source.oldestAt;
      ready = told.waiting.filter(({ at }) => at > since);
    }
    told.waiting = told.waiting.filter((line) => !ready.includes(line));
    ready.sort((one, other) => other.at - one.at);
    return { ok: true, items: ready, cursor: next(told) === null ? null : 'on', head: told.who };
  });
}
