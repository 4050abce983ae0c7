// The session of a request: a bearer token, or the browser's cookie, which counts only on requests of our own pages.
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Session } from '#server/adapters/identity-session/session-identity';

const COOKIE = 'qunhui_session';

/** The token of a request and how it came; a cookie is sent by the browser whether our page asked or not. */
export interface BrowserSession {
  readonly token: string | null;
  readonly byCookie: boolean;
}

/** Finds the session token of a request; a bearer header comes before the cookie. */
export function sessionOf(context: Context): BrowserSession {
  const bearer = /^Bearer ([A-Za-z0-9._~+/=-]{1,2000})$/.exec(context.req.header('authorization') ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, byCookie: false };
  const cookie = getCookie(context, COOKIE);
  return { token: cookie ?? null, byCookie: cookie !== undefined };
}

/** Hands a session to the browser: out of reach of scripts, not sent along by other sites' forms, and only over TLS where there is TLS. */
export function giveCookie(context: Context, session: Session, now: number, publicUrl: URL | null): void {
  const secure = publicUrl?.protocol === 'https:' || context.req.header('x-forwarded-proto') === 'https';
  setCookie(context, COOKIE, session.token, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure,
    maxAge: Math.floor((session.expiresAt - now) / 1000),
  });
}

/**
 * Whether a request comes from our own pages, by the Origin that browsers put on every POST and scripts cannot change. The public name counts
 * with its own scheme only: whoever can answer for it without encryption is not us.
 */
export function isSameOrigin(context: Context, publicUrl: URL | null): boolean {
  const origin = context.req.header('origin');
  if (origin === undefined || !URL.canParse(origin)) return false;
  const { host, hostname } = new URL(origin);
  if (publicUrl !== null && hostname === publicUrl.hostname) return origin === publicUrl.origin;
  return host === context.req.header('host');
}
