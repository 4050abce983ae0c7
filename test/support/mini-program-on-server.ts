// The built mini-program on our own server: the address in its place, and the part of `wx` that reaches a server and proves a group to it.
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SECOND_MS } from '#core/values/instant';
import { builtFolder } from './mini-program-in-hand';
import { type WechatApi, wechatApp } from './wechat-api';
import { sealOpenData } from './wechat-open-data';

/** `process.env.QUNHUI_SERVER ?? ''` as the bundler writes it where the variable is empty. */
const EMPTY_ADDRESS = /null!==\((\w+)=""\)&&void 0!==\1\?\1:""/g;

/**
 * Copies dist/weapp with the address of our own server in it. That one text is all in which a build with QUNHUI_SERVER differs from a
 * build without, and no test has the half minute that a build takes.
 * @throws Error when the place is not there once: the bundler has come to write it in another way
 */
export async function builtForServer(address: string): Promise<{ readonly folder: string; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'qunhui-weapp-'));
  await cp(builtFolder, folder, { recursive: true });
  const file = join(folder, 'common.js');
  const script = await readFile(file, 'utf8');
  const places = script.match(EMPTY_ADDRESS)?.length ?? 0;
  if (places !== 1) throw new Error(`the address of our own server has ${places} places in ${file}`);
  await writeFile(
    file,
    script.replace(EMPTY_ADDRESS, (place) => place.replace('""', JSON.stringify(address))),
  );
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

interface Callbacks {
  success(result: object): void;
  fail(error: object): void;
}

interface RequestOptions extends Callbacks {
  readonly url: string;
  readonly method: string;
  readonly data: unknown;
  readonly header: Readonly<Record<string, string>>;
}

/** WeChat on the phone of one person. */
export interface ServerPhone {
  readonly apis: Readonly<Record<string, unknown>>;
  /** The addresses that it has asked, in order. */
  readonly asked: readonly string[];
  /** WeChat lets its session with the person run out, as it does after some days. */
  expire(): void;
}

/** Creates it; the app was opened in the group. */
export function createServerPhone(wechat: WechatApi, openId: string, groupId: string): ServerPhone {
  const asked: string[] = [];
  let isFresh = false;

  async function request({ url, method, data, header, success, fail }: RequestOptions): Promise<void> {
    asked.push(new URL(url).pathname);
    try {
      const response = await fetch(url, { method, headers: header, body: JSON.stringify(data) });
      success({ statusCode: response.status, data: await response.json() });
    } catch {
      fail({ errMsg: 'request:fail' });
    }
  }

  const apis = {
    login({ success }: Callbacks) {
      isFresh = true;
      success({ errMsg: 'login:ok', code: wechat.login(openId) });
    },
    checkSession: ({ success, fail }: Callbacks) => (isFresh ? success({}) : fail({ errMsg: 'checkSession:fail' })),
    request: (options: RequestOptions) => void request(options),
    getGroupEnterInfo({ success }: Callbacks) {
      const watermark = { appid: wechatApp.appId, timestamp: Math.floor(Date.now() / SECOND_MS) };
      success(JSON.parse(sealOpenData({ opengid: groupId, chat_type: 3, watermark }, wechat.sessionKeyOf(openId))));
    },
  };
  return {
    apis,
    asked,
    expire: () => {
      isFresh = false;
    },
  };
}
