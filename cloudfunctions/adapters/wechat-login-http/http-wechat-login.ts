// WeChat login over its HTTP API: `GET /sns/jscode2session`, by the app's id and secret.
import * as v from 'valibot';
import { SECOND_MS } from '#core/values/instant';
import { Fault } from '#server/ports/fault';
import type { LoginProblem, WechatLogin } from '#server/ports/wechat-login';

/** What the adapter is made of. */
export interface HttpWechatLoginParts {
  readonly appId: string;
  readonly appSecret: string;
  /** Where WeChat's API is; another address only in tests. */
  readonly apiUrl: string;
}

/** Where WeChat's API is. */
export const WECHAT_API_URL = 'https://api.weixin.qq.com';

const ANSWER_MS = 5 * SECOND_MS;

const account = v.object({ openid: v.pipe(v.string(), v.minLength(1)), session_key: v.pipe(v.string(), v.minLength(1)) });
const problem = v.object({ errcode: v.number(), errmsg: v.optional(v.string()) });

/** WeChat's error codes: 40029 not a code, 40163 a code that was used, 40226 a blocked person, 45011 too often, -1 busy. */
const problems: Readonly<Record<number, LoginProblem>> = {
  40029: 'bad_code',
  40163: 'bad_code',
  40226: 'blocked',
  45011: 'busy',
  [-1]: 'busy',
};

async function ask(address: URL): Promise<unknown> {
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(ANSWER_MS) });
    return await response.json();
  } catch (cause) {
    // The cause of a failed fetch may repeat its address, which holds the secret.
    throw new Fault('wechat_unavailable', `WeChat does not answer: ${cause instanceof Error ? cause.name : 'no answer'}`);
  }
}

/** Creates the login. The secret travels to WeChat only and is in no message. */
export function createHttpWechatLogin({ appId, appSecret, apiUrl }: HttpWechatLoginParts): WechatLogin {
  return {
    appId,
    async exchange(code) {
      const address = new URL('/sns/jscode2session', apiUrl);
      address.search = new URLSearchParams({ appid: appId, secret: appSecret, js_code: code, grant_type: 'authorization_code' }).toString();
      const answer = await ask(address);
      const found = v.safeParse(account, answer);
      if (found.success) return { openId: found.output.openid, sessionKey: found.output.session_key };
      const refused = v.safeParse(problem, answer);
      if (!refused.success) throw new Fault('wechat_unavailable', 'WeChat answered with something that is neither an account nor an error');
      const { errcode, errmsg } = refused.output;
      const known = problems[errcode];
      if (known !== undefined) return known;
      throw new Fault('not_configured', `WeChat refuses WECHAT_APP_ID or WECHAT_APP_SECRET: ${errcode} ${errmsg ?? ''}`.trim());
    },
  };
}
