// The security headers of every response: what our pages may load, who may frame them, and nothing to guess.
import { createHash } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** The tabs of Taro's tab bar are links to nothing, written as a script of one semicolon: allowed by name, as nothing else is. */
const EMPTY_LINK = ["'unsafe-hashes'", hashOf('javascript:;')];

/** The scripts that a page carries inside itself. */
export function pageScripts(html: string): string[] {
  const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return scripts.map(([, text = '']) => hashOf(text));
}

/** What the web app's page may run besides our own files: the scripts that it carries inside itself, and Taro's empty link. */
export const webAppScripts = (html: string): string[] => [...pageScripts(html), ...EMPTY_LINK];

/** The policy: everything from our own origin, frames of our own pages only; components style themselves, pictures may be drawn. */
function contentSecurityPolicy(scripts: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...scripts].join(' ')}`,
    // The forecast is computed in a worker, which is a file of our own.
    "worker-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "frame-src 'self'",
    "frame-ancestors 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "object-src 'none'",
  ].join('; ');
}

/** The headers of a response whose page may run the scripts that are named, and none besides our own files. */
export function headersFor(scripts: readonly string[]): Readonly<Record<string, string>> {
  return {
    'content-security-policy': contentSecurityPolicy(scripts),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(self), geolocation=(), microphone=(), payment=()',
  };
}

/** For half a year browsers do not ask without encryption again; other names below ours are not ours to speak for. */
const STAY_ENCRYPTED = 'max-age=15552000';

/** What makes an answer JSON that nobody keeps. */
const JSON_HEADERS: Readonly<Record<string, string>> = { 'content-type': 'application/json', 'cache-control': 'no-store' };

/** What an answer of JSON carries on this server, and the answer that carries it already. */
interface Guarded {
  readonly headers: Readonly<Record<string, string>>;
  answer?: Response;
}

const GUARDED = 'guarded';

/**
 * Answers with JSON that nobody keeps and that carries the security headers from the beginning, and no others. Any other answer gets
 * them put on afterwards, which costs more than to make it; this one is made for every action.
 */
export function answerJson(context: Context, value: unknown, status: number): Response {
  const guarded = context.get(GUARDED) as Guarded | undefined;
  const answer = new Response(JSON.stringify(value), { status, headers: guarded?.headers ?? JSON_HEADERS });
  if (guarded !== undefined) guarded.answer = answer;
  return answer;
}

/** Whether the response of a request was made by `answerJson`, and lacks nothing. */
function isComplete(context: Context): boolean {
  const guarded = context.get(GUARDED) as Guarded | undefined;
  return guarded?.answer !== undefined && guarded.answer === context.res;
}

/** Puts the headers on every response; `scriptsOf` says what the page at a path may run, `isEncrypted` whether people come by https. */
export function securityHeaders(scriptsOf: (path: string) => Promise<readonly string[]>, isEncrypted: boolean): MiddlewareHandler {
  const always: Readonly<Record<string, string>> = isEncrypted ? { 'strict-transport-security': STAY_ENCRYPTED } : {};
  const headers = { ...JSON_HEADERS, ...always, ...headersFor([]) };
  return async (context, next) => {
    context.set(GUARDED, { headers } satisfies Guarded);
    await next();
    if (isComplete(context)) return;
    const named = { ...always, ...headersFor(await scriptsOf(context.req.path)) };
    for (const [name, value] of Object.entries(named)) context.res.headers.set(name, value);
  };
}

/** Lets nobody keep a response. */
export const noStore: MiddlewareHandler = async (context, next) => {
  await next();
  if (!isComplete(context)) context.res.headers.set('cache-control', 'no-store');
};
