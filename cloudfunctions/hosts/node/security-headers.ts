// The security headers of every response: what our pages may load, who may frame them, and nothing to guess.
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

function hashOf(script: string): string {
  return `'sha256-${createHash('sha256').update(script).digest('base64')}'`;
}

/** The tabs of Taro's tab bar are links to nothing, written as a script of one semicolon: allowed by name, as nothing else is. */
const EMPTY_LINK = ["'unsafe-hashes'", hashOf('javascript:;')];

/** What the web app's page may run besides our own files: the scripts that it carries inside itself, and Taro's empty link. */
export function webAppScripts(html: string): string[] {
  const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return [...scripts.map(([, text = '']) => hashOf(text)), ...EMPTY_LINK];
}

/** The policy: everything from our own origin, frames of our own pages only; components style themselves, pictures may be drawn. */
export function contentSecurityPolicy(scripts: readonly string[]): string {
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

/** Puts the headers on every response; `scriptsOf` says what the page at a path may run, `isEncrypted` whether people come by https. */
export function securityHeaders(scriptsOf: (path: string) => Promise<readonly string[]>, isEncrypted: boolean): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    if (isEncrypted) headers.set('strict-transport-security', STAY_ENCRYPTED);
    for (const [name, value] of Object.entries(headersFor(await scriptsOf(context.req.path)))) headers.set(name, value);
  };
}
