// WeChat and its cloud around a built mini-program and a built cloud function: it tells the function who calls and what a CloudID stands for.
import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import type { ActionName, InputOf, ValueOf } from '#core/contract';
import { dayStartAt } from '#core/values/day';
import { HOUR_MS, type Instant, MINUTE_MS, SECOND_MS } from '#core/values/instant';
import type { AppReply } from '#server/app/create-app';
import { startInstance } from './cloud-function-instance';
import type { CloudBase } from './cloudbase/cloud-base';
import { MiniProgram } from './mini-program';
import { builtFolder, type Envelope } from './mini-program-in-hand';
import { type Cloud, CloudId } from './mini-program-wx';
import { FIRST_DAY, shanghai } from './town';
import { wechatApp } from './wechat-api';

/** Where `npm run build -- cloudfunctions` puts the function that phones call. */
const builtApi = resolve(__dirname, '..', '..', 'dist/cloudfunctions/api');

/** A CloudID is good for so long (official docs: 获取群聊信息). */
const CLOUD_ID_LIFE_MS = 5 * MINUTE_MS;

/** Somebody with an account at WeChat. */
export interface WechatUser {
  readonly openId: string;
  /** The value of an action that must succeed, sent as their phone would send it. */
  get<A extends ActionName>(action: A, input: InputOf<A>): Promise<ValueOf<A>>;
  /** A CloudID of a group that they opened the app from. */
  proof(groupId: string): string;
  /** Takes the built mini-program into their hand. */
  phone(choices?: PhoneChoices): MiniProgram;
}

/** What a phone has besides the app. */
export interface PhoneChoices extends Pick<Cloud, 'subscribe' | 'apis'> {
  /** The group in which the app was opened; from elsewhere if not said. */
  readonly groupId?: string;
}

/** The cloud. */
export interface WechatCloud {
  user(openId: string): WechatUser;
  now(): Instant;
  wait(ms: number): void;
  /** Whether phones reach it. */
  reachable: boolean;
  /** How many calls the function has answered. */
  readonly answered: number;
  /** Ends the instance; what stands in the function's log. */
  end(): Promise<string>;
}

/** The event as it travels: only what JSON keeps. */
type CallEvent = Record<string, unknown>;

/**
 * Starts one warm instance of the function `api` beside a stand-in for CloudBase. Its clock stands during a call, and is a second on at the next.
 * @param variables what the owner has set for the function
 */
export async function startWechatCloud(cloudBase: CloudBase, variables: Readonly<Record<string, string>> = {}): Promise<WechatCloud> {
  const instance = await startInstance(builtApi, {
    ...cloudBase.environment(),
    WX_CONTEXT_KEYS: 'WX_API_TOKEN,WX_OPENID,WX_APPID,WX_UNIONID,WX_CLIENTIP,WX_OPEN_DATA_INFO',
    WX_APPID: wechatApp.appId,
    ...variables,
  });
  const issued = new Map<string, { readonly openId: string; readonly groupId: string; readonly at: Instant }>();
  let at = dayStartAt(FIRST_DAY, shanghai) + 9 * HOUR_MS;
  let requests = 0;

  /** What a CloudID stands for, to the person who calls. */
  function opened({ cloudId }: CloudId, openId: string): object {
    const proof = issued.get(cloudId);
    if (proof === undefined || proof.openId !== openId) return { cloudID: cloudId, errCode: -601_005, errMsg: 'cloudID not valid' };
    if (at - proof.at >= CLOUD_ID_LIFE_MS) return { cloudID: cloudId, errCode: -601_006, errMsg: 'cloudID expired' };
    const watermark = { appid: wechatApp.appId, timestamp: Math.floor(proof.at / SECOND_MS) };
    return { cloudID: cloudId, data: { opengid: proof.groupId, chat_type: 3, watermark } };
  }

  /** Hands a call over as WeChat does: the CloudIDs at the top replaced, and the context saying which fields it has put there. */
  async function handOver(openId: string, data: CallEvent): Promise<unknown> {
    if (!cloud.reachable) throw new Error('cloud.callFunction:fail request:fail');
    at += SECOND_MS;
    const keys = Object.keys(data).filter((field) => data[field] instanceof CloudId);
    const event = Object.fromEntries(
      Object.entries(data).map(([field, value]) => [field, value instanceof CloudId ? opened(value, openId) : value]),
    );
    const info = keys.length === 0 ? null : JSON.stringify({ keys });
    const reply = await instance.call({ at, event, environment: { WX_OPENID: openId, WX_OPEN_DATA_INFO: info } });
    answered += 1;
    return reply;
  }

  function user(openId: string): WechatUser {
    const proof = (groupId: string) => {
      const cloudId = `79_${randomUUID().replaceAll('-', '')}`;
      issued.set(cloudId, { openId, groupId, at });
      return cloudId;
    };
    return {
      openId,
      proof,
      async get(action, input) {
        requests += 1;
        const { proof: own, group } = input as { readonly proof?: string; readonly group?: { readonly proof?: string } };
        const cloudId = own ?? group?.proof;
        const envelope: Envelope = { action, input, requestId: `request-${requests}` };
        const data = { ...envelope, ...(cloudId === undefined ? {} : { group: new CloudId(cloudId) }) };
        const reply = (await handOver(openId, data)) as AppReply<ValueOf<typeof action>>;
        if (!reply.ok) throw new Error(`${action} was answered with ${JSON.stringify(reply)} ${instance.log()}`);
        return reply.value;
      },
      phone({ groupId, ...given } = {}) {
        return new MiniProgram(builtFolder, {
          answer: ({ data }) => handOver(openId, data as CallEvent),
          ...(groupId === undefined ? {} : { groupCloudId: () => proof(groupId) }),
          ...given,
        });
      },
    };
  }

  let answered = 0;
  const cloud: WechatCloud = {
    user,
    reachable: true,
    now: () => at,
    wait: (ms) => {
      at += ms;
    },
    get answered() {
      return answered;
    },
    async end() {
      await instance.end();
      return instance.log();
    },
  };
  return cloud;
}
