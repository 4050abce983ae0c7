// Sessions over HTTP: how a browser or the mini-program becomes somebody.
import type { Hono } from 'hono';
import { systemClock } from '#server/adapters/clock-system/system-clock';
import { cryptoDice } from '#server/adapters/dice-crypto/crypto-dice';
import { type SessionIdentity, VISITOR_PERSON } from '#server/adapters/identity-session/session-identity';
import { personKeyOf } from '#server/adapters/identity-wechat/wechat-identity';
import type { AppReply } from '#server/app/create-app';
import { giveCookie, isSameOrigin, sessionOf } from '#server/hosts/node/browser-session';
import { personKeyOf as demoPersonKeyOf, isPersona } from '#server/hosts/node/personas';
import { readJson } from '#server/hosts/node/read-json';
import { statusOf } from '#server/hosts/node/reply-status';
import { addressOf, deny, denyForeign } from '#server/hosts/node/respond';
import { browserBounds, createVisitorLimit, type VisitorLimit, wechatBounds } from '#server/hosts/node/visitor-limit';
import { keepSessionKey } from '#server/hosts/node/wechat-sessions';
import { Fault } from '#server/ports/fault';
import type { Log } from '#server/ports/log';
import type { Store } from '#server/ports/store';
import type { WechatLogin } from '#server/ports/wechat-login';

/** What `wx.login` gives: letters, digits and a few signs; anything else never reaches WeChat. */
const WECHAT_CODE = /^[A-Za-z0-9_-]{8,128}$/;

/** What the session routes are made from. */
export interface SessionParts {
  readonly store: Store;
  readonly identity: SessionIdentity;
  readonly wechatLogin: WechatLogin | null;
  readonly publicUrl: URL | null;
  readonly demo: boolean;
  readonly log: Log;
}

const BUSY_SECONDS = 5;

/** The mini-program's way in: WeChat says who stands behind the code, its session key stays here, and the phone gets a session. */
function addWechatSession(http: Hono, parts: SessionParts, login: WechatLogin, limit: VisitorLimit): void {
  const { identity, store, publicUrl, log } = parts;
  http.post('/session/wechat', async (context) => {
    const json = await readJson(context);
    if ('denial' in json) return deny(context, json.denial);
    const code = (json.body as { code?: unknown } | null)?.code;
    if (typeof code !== 'string' || !WECHAT_CODE.test(code)) {
      return deny(context, { code: 'invalid_input', data: { path: 'code', problem: 'not_a_code' } });
    }
    const now = systemClock.now();
    const seconds = limit(addressOf(context, publicUrl), now);
    if (seconds !== null) return deny(context, { code: 'slow_down', data: { seconds } });
    try {
      const account = await login.exchange(code);
      if (account === 'busy') return deny(context, { code: 'slow_down', data: { seconds: BUSY_SECONDS } });
      if (typeof account === 'string') return deny(context, { code: 'invalid_input', data: { path: 'code', problem: account } });
      const personKey = personKeyOf(account.openId);
      await keepSessionKey(store, personKey, account.sessionKey);
      return context.json({ ok: true, ...identity.issueSession(personKey, now) });
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const reference = cryptoDice.id(8);
      log.line('warning', 'fault', { reference, action: 'session/wechat', code: error.code }, error);
      const reply: AppReply = { ok: false, code: 'try_again', data: { reference } };
      return context.json(reply, statusOf(reply));
    }
  });
}

/** Adds the ways in: as a visitor, from the mini-program, and in demo mode as one of its people. */
export function addSessions(http: Hono, parts: SessionParts): void {
  const { identity, publicUrl, wechatLogin } = parts;
  const limit = createVisitorLimit(browserBounds);
  if (wechatLogin !== null) addWechatSession(http, parts, wechatLogin, createVisitorLimit(wechatBounds));

  // A browser that has a session keeps its person and gets a longer one; only a browser without becomes somebody new.
  http.post('/session/visitor', async (context) => {
    if (context.req.header('origin') !== undefined && !isSameOrigin(context, publicUrl)) return denyForeign(context);
    const json = await readJson(context);
    if ('denial' in json) return deny(context, json.denial);
    const now = systemClock.now();
    const known = await identity.identify({ sessionToken: sessionOf(context).token });
    let personKey = 'personKey' in known ? known.personKey : null;
    if (personKey === null) {
      const seconds = limit(addressOf(context, publicUrl), now);
      if (seconds !== null) return deny(context, { code: 'slow_down', data: { seconds } });
      personKey = `${VISITOR_PERSON}${cryptoDice.id(26)}`;
    }
    const session = identity.issueSession(personKey, now);
    giveCookie(context, session, now, publicUrl);
    return context.json({ ok: true, expiresAt: session.expiresAt });
  });

  if (!parts.demo) return;
  http.post('/session/demo', async (context) => {
    if (context.req.header('origin') !== undefined && !isSameOrigin(context, publicUrl)) return denyForeign(context);
    const json = await readJson(context);
    if ('denial' in json) return deny(context, json.denial);
    const persona = (json.body as { persona?: unknown } | null)?.persona;
    if (!isPersona(persona)) return deny(context, { code: 'invalid_input', data: { path: 'persona', problem: 'unknown' } });
    return context.json({ ok: true, ...identity.issueSession(demoPersonKeyOf(persona), systemClock.now()) });
  });
}
