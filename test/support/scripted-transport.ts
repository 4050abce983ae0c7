// A transport for tests of the phone's stores: it answers from a script and remembers what was sent.
import { NoReply, type Send, type WireReply } from '#app/platform/wire';

/** One request as the transport saw it. */
export interface SentRequest {
  readonly action: string;
  readonly input: unknown;
  readonly requestId: string | undefined;
}

/** An answer of the script: a reply, or that none came. */
export type ScriptedAnswer = WireReply | 'lost';

/** A scripted transport. */
export interface ScriptedTransport {
  readonly send: Send;
  readonly sent: readonly SentRequest[];
}

/** An answer that was good. */
export function good(value: unknown): WireReply {
  return { ok: true, value };
}

/** A "no". */
export function no(code: string, data: unknown = {}): WireReply {
  return { ok: false, code, data };
}

/** Answers each action from its own list, in order; the last answer of a list is given for ever. */
export function scriptTransport(script: Readonly<Record<string, readonly ScriptedAnswer[]>>): ScriptedTransport {
  const sent: SentRequest[] = [];
  const given = new Map<string, number>();
  return {
    sent,
    async send(action, input, requestId) {
      sent.push({ action, input, requestId });
      const answers = script[action] ?? [];
      const index = given.get(action) ?? 0;
      given.set(action, index + 1);
      const answer = answers[Math.min(index, answers.length - 1)];
      if (answer === undefined) throw new Error(`the script has no answer to ${action}`);
      if (answer === 'lost') throw new NoReply('lost on the way');
      return answer;
    },
  };
}

/** Ids that can be told apart: tap-1, tap-2 … */
export function countedIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `tap-${count}`;
  };
}
