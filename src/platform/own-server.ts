// Our own server as the mini-program reaches it: by wx.request, in a session that wx.login opens.
import Taro from '@tarojs/taro';
import { serverAddress } from '#app/platform/server-address';
import { createServerSession, type ServerSession } from '#app/platform/server-session';
import { recall, remember } from '#app/platform/storage';
import { NoReply } from '#app/platform/wire';

/** Longer than this on a phone means that the reply was lost. */
const REPLY_MS = 15_000;
const TOKEN = 'session';

/** The one session of this phone. */
export const ownServer: ServerSession = createServerSession({
  address: serverAddress,
  async login() {
    try {
      return (await Taro.login()).code;
    } catch (cause) {
      throw new NoReply('WeChat gave no login code', { cause });
    }
  },
  async post(url, data, headers) {
    try {
      const header = { 'content-type': 'application/json', ...headers };
      return (await Taro.request({ url, method: 'POST', data: data as object, header, timeout: REPLY_MS })).data;
    } catch (cause) {
      throw new NoReply('no reply over HTTP', { cause });
    }
  },
  recall: () => recall(TOKEN),
  remember: (token) => remember(TOKEN, token),
});
