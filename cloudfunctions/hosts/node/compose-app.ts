// Composes the application from a store: the one place where the Node host chooses its adapters.

import { systemClock } from '#server/adapters/clock-system/system-clock';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { createKeywordContentCheck } from '#server/adapters/content-check-keywords/keyword-content-check';
import { cryptoDice } from '#server/adapters/dice-crypto/crypto-dice';
import { createEncryptedGroupProof } from '#server/adapters/group-proof-encrypted/encrypted-group-proof';
import { createPlaygroundGroupProof, type PlaygroundGroupProof } from '#server/adapters/group-proof-playground/playground-group-proof';
import { createSessionIdentity, type SessionIdentity } from '#server/adapters/identity-session/session-identity';
import { isWechatPerson } from '#server/adapters/identity-wechat/wechat-identity';
import { createLogMessenger } from '#server/adapters/messenger-log/log-messenger';
import { noMiniCode } from '#server/adapters/mini-code-none/no-mini-code';
import { createDocumentPictures, type DocumentPictures } from '#server/adapters/pictures-documents/document-pictures';
import { loadInstallationSecrets } from '#server/adapters/signing/installation-secret';
import { createKeyedFingerprint } from '#server/adapters/signing/keyed-fingerprint';
import { createHttpWechatLogin } from '#server/adapters/wechat-login-http/http-wechat-login';
import { type App, createApp } from '#server/app/create-app';
import type { JobParts } from '#server/app/run-jobs';
import type { WechatApp } from '#server/hosts/node/environment';
import { sessionKeyOf } from '#server/hosts/node/wechat-sessions';
import type { Clock } from '#server/ports/clock';
import type { Dice } from '#server/ports/dice';
import type { GroupProof } from '#server/ports/group-proof';
import type { Log } from '#server/ports/log';
import type { Meter } from '#server/ports/meter';
import type { Store } from '#server/ports/store';
import type { WechatLogin } from '#server/ports/wechat-login';

/** What an application on the Node host is made from. */
export interface NodeParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly demo: boolean;
  /** In place of the one that is kept in the store; the first signs, all count. */
  readonly sessionSecrets?: readonly string[];
  /** The mini-program whose people sign in here; without it nobody's group proof of WeChat can be opened. */
  readonly wechat?: WechatApp | null;
  /** False shows nothing that members write or draw. */
  readonly userContent?: boolean;
  /** Whether anybody may found a community, or only who runs one here. */
  readonly foundingOpen?: boolean;
  /** The address under which people reach the server, for pictures on phones that are not pages of it. */
  readonly publicUrl?: URL | null;
  readonly dice?: Dice;
  /** Counts what is answered. */
  readonly meter?: Meter;
  /** Infinity for tools that act for many people. */
  readonly actionsPerMinute?: number;
}

/** An application together with what its host needs of its adapters. */
export interface NodeApp {
  readonly app: App;
  readonly identity: SessionIdentity;
  /** The playground's chat, which issues proofs. */
  readonly groupProof: PlaygroundGroupProof;
  /** The pictures that the host serves. */
  readonly pictures: DocumentPictures;
  /** What the timer's jobs are run with. */
  readonly jobParts: JobParts;
  /** Null where no mini-program is configured. */
  readonly wechatLogin: WechatLogin | null;
}

/** Whoever came by WeChat's login proves a group by WeChat, everybody else by the playground's chat. */
function groupProofOf(chat: GroupProof, store: Store, wechat: WechatApp | null): GroupProof {
  if (wechat === null) return chat;
  const { appId } = wechat;
  const byWechat = createEncryptedGroupProof({ appId, sessionKeyOf: (personKey) => sessionKeyOf(store, personKey) });
  return {
    check: (proof, personKey, now) => (isWechatPerson(personKey) ? byWechat : chat).check(proof, personKey, now),
  };
}

/** Composes the application. Sessions go by the real clock, all else by the given one. */
export async function composeApp(parts: NodeParts): Promise<NodeApp> {
  const { store, clock, log, demo } = parts;
  const [signing, ...olderSecrets] = parts.sessionSecrets ?? [];
  const secrets = await loadInstallationSecrets(store, signing);
  const { session: sessionSecret, pepper } = secrets;
  const identity = createSessionIdentity({ sessionSecret, olderSecrets, pepper, clock: systemClock, demo });
  const dice = parts.dice ?? cryptoDice;
  const wechat = parts.wechat ?? null;
  const chat = createPlaygroundGroupProof(secrets.proof, dice);
  const groupProof = groupProofOf(chat, store, wechat);
  const codes = createHmacCodes(secrets.codes);
  const messenger = createLogMessenger(log);
  const { meter, actionsPerMinute } = parts;
  const choices = { ...(actionsPerMinute === undefined ? {} : { actionsPerMinute }), ...(meter === undefined ? {} : { meter }) };
  const pictures = createDocumentPictures(store, parts.publicUrl?.origin);
  const content = {
    contentCheck: createKeywordContentCheck(),
    pictures,
    fingerprint: createKeyedFingerprint(secrets.journal),
    userContent: parts.userContent ?? true,
    foundingOpen: parts.foundingOpen ?? true,
  };
  const app = createApp({ store, clock, dice, identity, groupProof, codes, messenger, miniCode: noMiniCode, log, ...content, ...choices });
  const jobParts = { store, codes, dice, messenger, pictures, log };
  return { app, identity, groupProof: chat, jobParts, pictures, wechatLogin: wechat === null ? null : createHttpWechatLogin(wechat) };
}
