// A stand-in for WeChat's HTTP API, as far as its documentation describes logins: codes that count once, and its error codes.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The app that the stand-in knows. */
export const wechatApp = { appId: 'wx0123456789abcdef', appSecret: '0123456789abcdef0123456789abcdef' };

/** A running stand-in. */
export interface WechatApi {
  readonly url: string;
  /** What `wx.login` gives to a person: a code that can be exchanged once. */
  login(openId: string): string;
  /** The key of a person's last session, which WeChat uses to encrypt for them. */
  sessionKeyOf(openId: string): Buffer;
  /** Answers every exchange with this until it is set to null: WeChat's own error, or no answer at all. */
  trouble: { readonly errcode: number; readonly errmsg: string } | 'nonsense' | 'hang_up' | null;
  readonly exchanges: readonly string[];
  stop(): Promise<void>;
}

/** Starts the stand-in on a free port. */
export async function startWechatApi(): Promise<WechatApi> {
  const codes = new Map<string, string>();
  const keys = new Map<string, Buffer>();
  const exchanges: string[] = [];
  let count = 0;

  function exchange(query: URLSearchParams): unknown {
    if (query.get('appid') !== wechatApp.appId) return { errcode: 40013, errmsg: 'invalid appid' };
    if (query.get('secret') !== wechatApp.appSecret) return { errcode: 40125, errmsg: 'invalid appsecret' };
    if (query.get('grant_type') !== 'authorization_code') return { errcode: 40002, errmsg: 'invalid grant_type' };
    const code = query.get('js_code') ?? '';
    const openid = codes.get(code);
    if (openid === undefined) return { errcode: 40029, errmsg: 'invalid code' };
    codes.delete(code);
    const key = randomBytes(16);
    keys.set(openid, key);
    return { openid, session_key: key.toString('base64') };
  }

  const server = createServer((request, response) => {
    const address = new URL(request.url ?? '/', 'http://wechat');
    exchanges.push(address.pathname);
    if (api.trouble === 'hang_up') {
      request.destroy();
      return;
    }
    // WeChat answers JSON under the type text/plain.
    response.setHeader('content-type', 'text/plain');
    if (api.trouble === 'nonsense') response.end('<html>');
    else if (address.pathname !== '/sns/jscode2session') response.writeHead(404).end();
    else response.end(JSON.stringify(api.trouble ?? exchange(address.searchParams)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const api: WechatApi = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    login(openId) {
      count += 1;
      const code = `code_${String(count).padStart(8, '0')}`;
      codes.set(code, openId);
      return code;
    },
    sessionKeyOf(openId) {
      const key = keys.get(openId);
      if (key === undefined) throw new Error(`${openId} has not logged in`);
      return key;
    },
    trouble: null,
    exchanges,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return api;
}
