// The way from phones to the application, as bad networks make it: and a book of everything that was asked and answered.
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import type { Instant } from '#core/values/instant';
import type { AppReply } from '#server/app/create-app';
import type { Resident } from '../support/town';
import type { Chance } from './chance';
import { type Faults, turns } from './faults';

/** One request with one id, however often it was sent, and every answer that it got. */
export interface Asked<A extends ActionName = ActionName> {
  readonly personKey: string;
  readonly action: A;
  readonly input: InputOf<A>;
  readonly requestId: string;
  /** The coupon that a scan token stands for, which does not say so itself. */
  readonly about: string | null;
  readonly replies: { readonly reply: AppReply<ValueOf<A>>; readonly at: Instant }[];
}

/** A request that came about. */
export interface Success<A extends ActionName = ActionName> extends Asked<A> {
  readonly value: ValueOf<A>;
  readonly at: Instant;
}

/** What the post needs of the world. */
export interface PostParts {
  readonly chance: Chance;
  readonly faults: Faults;
  readonly now: () => Instant;
  /** Somebody with a phone, at the application as it runs now. */
  readonly person: (personKey: string) => Resident;
}

/** A phone gives up for now after so many tries; the request is sent again once all is calm. */
const TRIES = 8;

function isDefinite(reply: AppReply | null): reply is AppReply {
  return reply !== null && (reply.ok || reply.code !== 'try_again');
}

/** Sends requests the way bad networks do. */
export function createPost({ chance, faults, now, person }: PostParts) {
  const book: Asked[] = [];
  const late: Asked[] = [];
  const pending = new Set<Asked>();
  const problems: string[] = [];
  const happened = new Map<string, number>();
  let isCalm = false;
  const count = (what: string) => happened.set(what, (happened.get(what) ?? 0) + 1);
  const happens = (fault: 'lost' | 'duplicated' | 'reordered', what: string, oneIn: number) => {
    if (isCalm || !faults.has(fault) || !chance.oneIn(oneIn)) return false;
    count(what);
    return true;
  };

  /** One way there and back; null where nothing was heard. What the application answers is noted whether it is heard or not. */
  async function deliver(asked: Asked): Promise<AppReply | null> {
    if (happens('lost', 'lost request', 16)) return null;
    if (happens('reordered', 'overtaken request', 8)) await turns(1 + chance.below(5));
    try {
      const reply = await person(asked.personKey).call(asked.action, asked.input, asked.requestId);
      asked.replies.push({ reply, at: now() });
      if (!reply.ok && reply.code === 'internal') problems.push(`${asked.action} was answered with internal`);
      return happens('lost', 'lost answer', 16) ? null : reply;
    } catch (error) {
      problems.push(`${asked.action}: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }

  async function insist(asked: Asked): Promise<void> {
    pending.add(asked);
    for (let tries = 0; tries < TRIES; tries += 1) {
      const copies = happens('duplicated', 'duplicated request', 6) ? 2 + chance.below(3) : 1;
      const heard = await Promise.all(Array.from({ length: copies }, () => deliver(asked)));
      if (happens('reordered', 'late copy', 8)) late.push(asked);
      if (!heard.some(isDefinite)) continue;
      pending.delete(asked);
      return;
    }
  }

  /** Asks for something and waits for an answer as a patient phone does; null where it was refused, or where nothing was heard. */
  async function send<A extends ActionName>(
    personKey: string,
    action: A,
    input: InputOf<A>,
    about: string | null = null,
  ): Promise<ValueOf<A> | null> {
    const requestId = `life-${String(book.length).padStart(6, '0')}`;
    const asked: Asked<A> = { personKey, action, input, requestId, about, replies: [] };
    book.push(asked as unknown as Asked);
    await insist(asked as unknown as Asked);
    return successOf(asked)?.value ?? null;
  }

  async function deliverLate(): Promise<void> {
    const due = late.splice(0, chance.below(late.length + 1));
    await Promise.all(chance.shuffled(due).map(deliver));
  }

  /** From now on everything arrives; what nobody has been answered yet is asked again, and what is still under way comes in. */
  async function settle(): Promise<void> {
    isCalm = true;
    // A late copy may have come about and died before its answer: whoever asked finds out by asking again.
    const isOpen = (asked: Asked) => successOf(asked) === null && asked.replies.some(({ reply }) => !isDefinite(reply));
    for (const asked of new Set([...late.splice(0), ...pending, ...book.filter(isOpen)])) await insist(asked);
    for (const { action } of pending) problems.push(`${action} is answered with try_again though nothing is wrong`);
  }

  return { book, problems, happened, send, deliverLate, settle };
}

export type Post = ReturnType<typeof createPost>;

/** What came of a request, if it came about. */
export function successOf<A extends ActionName>(asked: Asked<A>): { readonly value: ValueOf<A>; readonly at: Instant } | null {
  for (const { reply, at } of asked.replies) if (reply.ok) return { value: reply.value, at };
  return null;
}

/** The requests of one action that came about. */
export function successesOf<A extends ActionName>({ book }: { readonly book: readonly Asked[] }, action: A): Success<A>[] {
  return (book as readonly unknown[] as readonly Asked<A>[]).flatMap((asked) => {
    if (asked.action !== action) return [];
    const success = successOf(asked);
    return success === null ? [] : [{ ...asked, ...success }];
  });
}
