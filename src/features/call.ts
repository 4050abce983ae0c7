// How every screen talks to the server: typed by the contract, tried again under the same requestId when no reply came.

import { newRequestId } from '#app/platform/request-id';
import { send as sendOnPlatform } from '#app/platform/transport';
import { NoReply, type Send, type WireReply } from '#app/platform/wire';
import type { ActionName, Contract, InputOf, RefusalOf, ValueOf } from '#core/contract';
import type { DenialData, FailureData, RefusalData } from '#core/refusals';
import { deniedBelow } from '#core/rules/community/roles';

/** The names of actions that change nothing. */
export type ViewName = { [A in ActionName]: Contract[A]['kind'] extends 'view' ? A : never }[ActionName];

/** The names of actions that change something. */
export type ChangeName = { [A in ActionName]: Contract[A]['kind'] extends 'change' ? A : never }[ActionName];

/** What the phone itself adds to the server's ways to say no: nothing came back, after several tries. */
export interface OfflineData {
  offline: Record<never, never>;
}

/** Every code that a screen may have to put into words, with its data. */
export type NoData = RefusalData & DenialData & FailureData & OfflineData;

/** Any code of a "no". */
export type NoCode = keyof NoData;

/** A "no" as a screen holds it. */
export type No<Code extends NoCode = NoCode> = {
  [C in Code]: { readonly ok: false; readonly code: C; readonly data: Readonly<NoData[C]> };
}[Code];

/** The reply to an action: its value, or one of its own refusals, or what any action may answer. */
export type Reply<A extends ActionName> =
  | { readonly ok: true; readonly value: ValueOf<A> }
  | No<RefusalOf<A> | keyof DenialData | keyof FailureData | 'offline'>;

/** Talks to the server. */
export interface Caller {
  /** Asks for something. */
  view<A extends ViewName>(action: A, input: InputOf<A>): Promise<Reply<A>>;
  /** Changes something, under the id of the tap; the same id again is the same change, done once. */
  change<A extends ChangeName>(action: A, input: InputOf<A>, requestId: string): Promise<Reply<A>>;
  /** Calls back whenever somebody is told that their role does not reach, or that they are out: it is another than this phone believes. */
  hearBelow(listener: () => void): void;
  /** Waits until everything that is asked for now has been answered. */
  answered(): Promise<void>;
}

/** Pauses between tries, in ms: short enough that a person waits, long enough for a lift to leave its tunnel. */
const PAUSES_MS = [400, 1_200] as const;

const belowCodes: ReadonlySet<string> = new Set([...Object.values(deniedBelow), 'blocked']);

/** What a caller needs from its platform. */
export interface CallerParts {
  readonly send: Send;
  readonly wait: (pauseMs: number) => Promise<void>;
}

/** Makes a caller. */
export function createCaller({ send, wait }: CallerParts): Caller {
  async function attempt(action: ActionName, input: unknown, requestId: string | undefined): Promise<WireReply> {
    try {
      return await send(action, input, requestId);
    } catch (error) {
      if (error instanceof NoReply) return { ok: false, code: 'offline', data: {} };
      throw error;
    }
  }

  const asked = new Set<Promise<WireReply>>();
  const below = new Set<() => void>();

  async function persist(action: ActionName, input: unknown, requestId: string | undefined): Promise<WireReply> {
    let reply = await attempt(action, input, requestId);
    for (const pauseMs of PAUSES_MS) {
      if (reply.ok || (reply.code !== 'offline' && reply.code !== 'try_again')) return reply;
      await wait(pauseMs);
      reply = await attempt(action, input, requestId);
    }
    return reply;
  }

  function tellBelow(reply: WireReply): WireReply {
    if (!reply.ok && belowCodes.has(reply.code)) for (const listener of below) listener();
    return reply;
  }

  function call(action: ActionName, input: unknown, requestId: string | undefined): Promise<WireReply> {
    const reply = persist(action, input, requestId)
      .then(tellBelow)
      .finally(() => asked.delete(reply));
    asked.add(reply);
    return reply;
  }

  return {
    view: <A extends ViewName>(action: A, input: InputOf<A>) => call(action, input, undefined) as Promise<Reply<A>>,
    change: <A extends ChangeName>(action: A, input: InputOf<A>, requestId: string) => call(action, input, requestId) as Promise<Reply<A>>,
    hearBelow: (listener) => void below.add(listener),
    answered: async () => void (await Promise.allSettled([...asked])),
  };
}

/** The caller of this phone. */
export const caller: Caller = createCaller({
  send: sendOnPlatform,
  wait: (pauseMs) => new Promise((resolve) => setTimeout(resolve, pauseMs)),
});

export { newRequestId };
