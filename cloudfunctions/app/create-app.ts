// The application, host-agnostic: ports in, `handle` out.
import type { ActionName, ValueOf } from '#core/contract';
import type { Denial, Failure, Refusal } from '#core/refusals';
import type { Clock } from '#server/ports/clock';
import type { Codes } from '#server/ports/codes';
import type { Dice } from '#server/ports/dice';
import type { GroupProof } from '#server/ports/group-proof';
import type { Credentials, Identity } from '#server/ports/identity';
import type { Log } from '#server/ports/log';
import type { Store } from '#server/ports/store';

/** Everything that the application needs from the world. */
export interface Ports {
  readonly store: Store;
  readonly clock: Clock;
  readonly dice: Dice;
  readonly identity: Identity;
  readonly groupProof: GroupProof;
  readonly codes: Codes;
  readonly log: Log;
  /** Actions that one person may send per minute before `slow_down`; the default is for people, not for tools. */
  readonly actionsPerMinute?: number;
}

/** A request as a host hands it over: already read as JSON, nothing else about it is trusted. */
export interface AppRequest {
  readonly action: string;
  readonly input: unknown;
  readonly requestId?: unknown;
  readonly credentials: Credentials;
}

/** A reply as it travels on every wire. */
export type AppReply<Value = unknown> = { readonly ok: true; readonly value: Value } | ({ readonly ok: false } & (Refusal | Denial | Failure));

/** A reply to a known action. */
export type ReplyOf<A extends ActionName> = AppReply<ValueOf<A>>;

/** The application. */
export interface App {
  handle(request: AppRequest): Promise<AppReply>;
}
