// The cloud function's main: who calls comes from WeChat's context, the rest of the event is a request like any other.
import { AsyncLocalStorage } from 'node:async_hooks';
import { type ActionName, contract } from '#core/contract';
import { createHmacCodes } from '#server/adapters/codes-hmac/hmac-codes';
import { cryptoDice } from '#server/adapters/dice-crypto/crypto-dice';
import { createWechatGroupProof, type OpenedGroup } from '#server/adapters/group-proof-wechat/wechat-group-proof';
import { createWechatIdentity, personKeyOf, type WechatCredentials } from '#server/adapters/identity-wechat/wechat-identity';
import { createLogMeter } from '#server/adapters/meter-log/log-meter';
import { loadInstallationSecrets } from '#server/adapters/signing/installation-secret';
import { createKeyedFingerprint } from '#server/adapters/signing/keyed-fingerprint';
import { type App, type AppReply, createApp } from '#server/app/create-app';
import { watchSignatures } from '#server/hosts/wechat/open-store';
import { keepWarm } from '#server/hosts/wechat/warm';
import { isCrawler } from '#server/hosts/wechat/wechat-source';
import { type ReadText, readRequestBytes, unreadable } from '#server/hosts/wire/read-request';
import type { Clock } from '#server/ports/clock';
import type { ContentCheck } from '#server/ports/content-check';
import { Fault } from '#server/ports/fault';
import type { Log } from '#server/ports/log';
import type { Messenger } from '#server/ports/messenger';
import type { MiniCode } from '#server/ports/mini-code';
import type { Pictures } from '#server/ports/pictures';
import type { Store } from '#server/ports/store';

/** The part of WeChat's context that is used; all of it is put there by the platform and cannot be sent by a phone. */
export interface WechatContext {
  readonly OPENID?: unknown;
  readonly APPID?: unknown;
  /** JSON text: `keys` names the fields of the event that WeChat opened itself. */
  readonly OPEN_DATA_INFO?: unknown;
  /** Where the call came from, as a chain of links. */
  readonly SOURCE?: unknown;
  /** The network address of the phone. */
  readonly CLIENTIP?: unknown;
  readonly CLIENTIPV6?: unknown;
}

/** What the function is made from. */
export interface WechatParts {
  /** Opens the store; tried again at the next call when it fails. */
  openStore(): Promise<Store>;
  /** The context of the invocation that is running now. */
  context(): WechatContext;
  /** Opens one cloudID of the current caller. */
  openCloudId(cloudId: string): Promise<unknown>;
  readonly messenger: Messenger;
  readonly miniCode: MiniCode;
  readonly contentCheck: ContentCheck;
  readonly pictures: Pictures;
  readonly userContent: boolean;
  /** Whether anybody may found a community, or only who runs one here. */
  readonly foundingOpen: boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** The event as the phone sends it, with what WeChat adds. */
interface ApiEvent {
  readonly action?: unknown;
  readonly input?: unknown;
  readonly requestId?: unknown;
  /** WeChat replaces a cloudID in this field by what it opened. */
  readonly group?: unknown;
}

function openedKeys(info: unknown): readonly string[] | null {
  if (info === undefined || info === '') return null;
  if (typeof info !== 'string') return [];
  try {
    const { keys } = JSON.parse(info) as { keys?: unknown };
    return Array.isArray(keys) ? keys.filter((key): key is string => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

/** WeChat's crawler comes without an account: it sees what a visitor sees who has never been here. */
const CRAWLER = 'wx_crawler';

/** Reads what the phone sent as any host reads a request. What is nested too deep to be written down is no JSON. */
function readEvent({ input, requestId }: ApiEvent): ReadText {
  let text: string;
  try {
    text = JSON.stringify({ input, requestId });
  } catch {
    return unreadable('', 'not_json');
  }
  return readRequestBytes(Buffer.from(text, 'utf8'));
}

function isChange(action: unknown): boolean {
  return typeof action === 'string' && Object.hasOwn(contract, action) && contract[action as ActionName].kind === 'change';
}

/** Creates `exports.main`. An instance stays warm between calls: the application is made once, the caller is read at each call. */
export function createMain(parts: WechatParts): (event: unknown) => Promise<AppReply> {
  const { clock, log } = parts;
  const opened = new AsyncLocalStorage<OpenedGroup | null>();
  const warm = keepWarm(make);

  async function make(): Promise<App> {
    const store = watchSignatures(await parts.openStore(), () => warm.forget());
    const secrets = await loadInstallationSecrets(store);
    return createApp({
      store,
      clock,
      log,
      meter: createLogMeter(log),
      dice: cryptoDice,
      identity: createWechatIdentity(secrets.pepper),
      groupProof: createWechatGroupProof({ opened: () => opened.getStore() ?? null, openCloudId: parts.openCloudId }),
      codes: createHmacCodes(secrets.codes),
      messenger: parts.messenger,
      miniCode: parts.miniCode,
      contentCheck: parts.contentCheck,
      pictures: parts.pictures,
      fingerprint: createKeyedFingerprint(secrets.journal),
      userContent: parts.userContent,
      foundingOpen: parts.foundingOpen,
    });
  }

  return async (event) => {
    // Read at once: the context belongs to the process, and the next invocation changes it.
    const { OPENID, APPID, OPEN_DATA_INFO, SOURCE, CLIENTIP, CLIENTIPV6 } = parts.context();
    const sent = (event ?? {}) as ApiEvent;
    const { action, group } = sent;
    const read = readEvent(sent);
    if ('denial' in read) return { ok: false, ...read.denial };
    const crawls = isCrawler(SOURCE);
    if (crawls && isChange(action)) return { ok: false, code: 'sign_in_required', data: {} };
    const openId = textOf(OPENID) ?? (crawls ? CRAWLER : null);
    const brought: OpenedGroup | null =
      openId === null
        ? null
        : { personKey: personKeyOf(openId), appId: textOf(APPID) ?? '', openedKeys: openedKeys(OPEN_DATA_INFO), group };
    const credentials: WechatCredentials = { openId };
    try {
      const app = await warm.get();
      const { input: clean, requestId: id } = read.body as { input?: unknown; requestId?: unknown };
      const address = textOf(CLIENTIP) ?? textOf(CLIENTIPV6);
      const from = address === null ? {} : { from: address };
      return await opened.run(brought, () => app.handle({ action: action as string, input: clean, requestId: id, credentials, ...from }));
    } catch (error) {
      const reference = cryptoDice.id(8);
      const code = error instanceof Fault ? error.code : 'bug';
      log.line('error', code === 'bug' ? 'bug' : 'fault', { reference, code }, error);
      return { ok: false, code: code === 'bug' ? 'internal' : 'try_again', data: { reference } };
    }
  };
}
