// A person of a simulated history: acts through the real application, with requestIds that are the same in every run.
import { createHash } from 'node:crypto';
import type { ActionName, InputOf, RefusalOf, ValueOf } from '#core/contract';
import { contract } from '#core/contract';
import type { DenialCode, FailureCode } from '#core/refusals';
import type { Instant } from '#core/values/instant';
import { toBase32 } from '#server/adapters/signing/sign';
import type { NodeApp } from '#server/hosts/node/compose-app';
import type { SimulatedTime } from '#server/hosts/node/simulation/simulated-time';

/** What an action answered: its value, or the refusal's code where the history goes on without it. */
export type Answer<A extends ActionName> = { readonly value: ValueOf<A> } | { readonly refused: RefusalOf<A> };

/** A person who acts. */
export interface Actor {
  readonly personKey: string;
  /** Sends an action at an instant. Refusals are answers; denials and failures end the history with an Error. */
  ask<A extends ActionName>(at: Instant, action: A, input: InputOf<A>): Promise<Answer<A>>;
  /** The same, for actions that this history cannot do without. */
  must<A extends ActionName>(at: Instant, action: A, input: InputOf<A>): Promise<ValueOf<A>>;
}

const REQUEST_ID_LENGTH = 32;

/**
 * Creates a person. A request's id is made of what is asked and when: a history that was broken off and is acted out again sends
 * the same ids, and so does nothing twice.
 */
export function createActor(composed: NodeApp, time: SimulatedTime, personKey: string): Actor {
  const { token } = composed.identity.issueSession(personKey, Date.now());
  const requestIdOf = (at: Instant, action: ActionName, input: unknown) =>
    toBase32(
      createHash('sha256')
        .update(JSON.stringify([at, action, input]))
        .digest(),
      REQUEST_ID_LENGTH,
    );

  async function ask<A extends ActionName>(at: Instant, action: A, input: InputOf<A>): Promise<Answer<A>> {
    const { kind, refusals } = contract[action];
    const requestId = kind === 'change' ? requestIdOf(at, action, input) : undefined;
    const request = { action, input, requestId, credentials: { sessionToken: token } };
    const reply = await time.at(at, personKey, () => composed.app.handle(request));
    if (reply.ok) return { value: reply.value as ValueOf<A> };
    const code: string = reply.code;
    if ((refusals as readonly string[]).includes(code)) return { refused: code as RefusalOf<A> };
    const other = code as DenialCode | FailureCode;
    throw new Error(`${action} was answered ${other} ${JSON.stringify(reply.data)}`);
  }

  return {
    personKey,
    ask,
    async must(at, action, input) {
      const answer = await ask(at, action, input);
      if ('refused' in answer) throw new Error(`${action} was refused: ${String(answer.refused)}`);
      return answer.value;
    },
  };
}
