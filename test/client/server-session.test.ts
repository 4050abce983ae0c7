// The mini-program on our own server: one login for actions that come together, one more when the server no longer knows it.
import { describe, expect, it } from 'vitest';
import { createServerSession } from '#app/platform/server-session';
import { NoReply } from '#app/platform/wire';

interface Asked {
  readonly url: string;
  readonly body: unknown;
  readonly token: string | undefined;
}

/** A server that knows the last token it gave, and a phone that remembers one. */
function setUp(remembered: string | null = null) {
  const asked: Asked[] = [];
  let logins = 0;
  let valid: string | null = null;
  let kept = remembered;
  let isDown = false;
  const session = createServerSession({
    address: 'https://shop.example',
    async login() {
      logins += 1;
      return `code-${logins}`;
    },
    async post(url, body, headers) {
      asked.push({ url, body, token: headers.authorization });
      await Promise.resolve();
      if (isDown) throw new NoReply('no reply over HTTP');
      if (url.endsWith('/session/wechat')) {
        valid = `token-of-${(body as { code: string }).code}`;
        return { ok: true, token: valid };
      }
      return headers.authorization === `Bearer ${valid}` ? { ok: true, value: url } : { ok: false, code: 'session_expired', data: {} };
    },
    recall: () => kept,
    remember(token) {
      kept = token;
    },
  });
  return {
    session,
    asked,
    logins: () => logins,
    kept: () => kept,
    forget() {
      valid = null;
    },
    fall(down: boolean) {
      isDown = down;
    },
  };
}

describe('a session with our own server', () => {
  it('is opened by one login for all actions that come together, and remembered', async () => {
    const { session, logins, kept } = setUp();
    const replies = await Promise.all(['a', 'b', 'c'].map((action) => session.send(action, {}, undefined)));
    expect(replies.map((reply) => reply.ok)).toEqual([true, true, true]);
    expect([logins(), kept()]).toEqual([1, 'token-of-code-1']);
  });

  it('is opened anew, once, when the server no longer knows it, and the action goes again with its requestId', async () => {
    const { session, asked, logins } = setUp('token-of-last-month');
    const replies = await Promise.all(['a', 'b'].map((action) => session.send(action, { n: 1 }, `request-${action}`)));
    expect(replies.every((reply) => reply.ok)).toBe(true);
    expect(logins()).toBe(1);
    const sentA = asked.filter(({ url }) => url === 'https://shop.example/api/a').map(({ body }) => body);
    expect(sentA).toEqual([
      { input: { n: 1 }, requestId: 'request-a' },
      { input: { n: 1 }, requestId: 'request-a' },
    ]);
  });

  it('says that no reply came when the server is away, and recovers with the next action', async () => {
    const { session, fall } = setUp();
    fall(true);
    await expect(session.send('a', {}, undefined)).rejects.toBeInstanceOf(NoReply);
    fall(false);
    expect((await session.send('a', {}, undefined)).ok).toBe(true);
  });

  it('is renewed on request, and gives up on a server that accepts no session', async () => {
    const { session, logins, forget } = setUp();
    await session.renew();
    forget();
    expect((await session.send('a', {}, undefined)).ok).toBe(true);
    expect(logins()).toBe(2);
    const stubborn = createServerSession({
      address: '',
      login: async () => 'code',
      post: async (url) => (url.endsWith('/session/wechat') ? { token: 't' } : { ok: false, code: 'session_expired', data: {} }),
      recall: () => null,
      remember: () => undefined,
    });
    expect(await stubborn.send('a', {}, undefined)).toEqual({ ok: false, code: 'session_expired', data: {} });
  });
});
