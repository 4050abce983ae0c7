// A session with our own server from inside WeChat: the code of wx.login becomes a token, which the phone keeps.
import { isWireReply, NoReply, type Send, type WireReply } from '#app/platform/wire';

/** What is needed of WeChat. */
export interface ServerSessionParts {
  /** The origin of the server. */
  readonly address: string;
  /** The code of `wx.login`. */
  login(): Promise<string>;
  /** Sends JSON by POST; any status is an answer. Fails when there was none. */
  post(url: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<unknown>;
  recall(): string | null;
  remember(token: string | null): void;
}

/** A way to our own server. */
export interface ServerSession {
  /** Sends one action; a missing or expired session is opened anew, once, before the denial counts. */
  readonly send: Send;
  /** Logs in anew whatever the phone holds: WeChat has renewed its own session, and with it what it encrypts for us. */
  renew(): Promise<void>;
}

function tokenIn(answer: unknown): string {
  const token = (answer as { token?: unknown } | null)?.token;
  if (typeof token !== 'string' || token === '') throw new NoReply('our server opened no session');
  return token;
}

/** Creates the way to our own server. Actions that come together share one login. */
export function createServerSession(parts: ServerSessionParts): ServerSession {
  let token: string | null = parts.recall();
  let opening: Promise<void> | null = null;

  async function open(): Promise<void> {
    const code = await parts.login();
    token = tokenIn(await parts.post(`${parts.address}/session/wechat`, { code }, {}));
    parts.remember(token);
  }

  function openOnce(): Promise<void> {
    opening ??= open().finally(() => {
      opening = null;
    });
    return opening;
  }

  async function post(action: string, body: unknown): Promise<WireReply> {
    const headers: Readonly<Record<string, string>> = token === null ? {} : { authorization: `Bearer ${token}` };
    const reply = await parts.post(`${parts.address}/api/${encodeURIComponent(action)}`, body, headers);
    if (!isWireReply(reply)) throw new NoReply('the answer is not a reply');
    return reply;
  }

  return {
    async send(action, input, requestId) {
      if (token === null) await openOnce();
      const used = token;
      const body = { input, requestId };
      const reply = await post(action, body);
      if (reply.ok || (reply.code !== 'sign_in_required' && reply.code !== 'session_expired')) return reply;
      // Another action may have opened a new session in the meantime.
      if (token === used) await openOnce();
      return post(action, body);
    },
    renew: openOnce,
  };
}
