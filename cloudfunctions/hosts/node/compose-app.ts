// Composes the application from a store: the one place where the Node host chooses its adapters.

import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { cryptoDice } from '#server/adapters/dice-crypto/crypto-dice';
import { createPlaygroundGroupProof, type PlaygroundGroupProof } from '#server/adapters/group-proof-playground/playground-group-proof';
import { createSessionIdentity, type SessionIdentity } from '#server/adapters/identity-session/session-identity';
import { loadInstallationSecrets } from '#server/adapters/signing/installation-secret';
import { type App, createApp } from '#server/app/create-app';
import type { Clock } from '#server/ports/clock';
import type { Dice } from '#server/ports/dice';
import type { Log } from '#server/ports/log';
import type { Store } from '#server/ports/store';

/** What an application on the Node host is made from. */
export interface NodeParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly demo: boolean;
  readonly sessionSecret?: string | null;
  readonly dice?: Dice;
  /** Infinity for tools that act for many people. */
  readonly actionsPerMinute?: number;
}

/** An application together with what its host needs of its adapters. */
export interface NodeApp {
  readonly app: App;
  readonly identity: SessionIdentity;
  readonly groupProof: PlaygroundGroupProof;
}

/** Composes the application. Sessions go by the real clock, all else by the given one. */
export async function composeApp(parts: NodeParts): Promise<NodeApp> {
  const { store, clock, log, demo } = parts;
  const secrets = await loadInstallationSecrets(store, parts.sessionSecret ?? undefined);
  const identity = createSessionIdentity({ sessionSecret: secrets.session, pepper: secrets.pepper, clock: systemClock, demo });
  const dice = parts.dice ?? cryptoDice;
  const groupProof = createPlaygroundGroupProof(secrets.proof, dice);
  const codes = createHmacCodes(secrets.codes);
  const limit = parts.actionsPerMinute === undefined ? {} : { actionsPerMinute: parts.actionsPerMinute };
  const app = createApp({ store, clock, dice, identity, groupProof, codes, log, ...limit });
  return { app, identity, groupProof };
}
