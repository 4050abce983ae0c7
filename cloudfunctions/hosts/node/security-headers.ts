// The security headers of every response: what our pages may load, who may frame them, and nothing to guess.
import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';

/** Hashes of the scripts that a page carries inside itself, in the form that a content security policy takes. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = [...html.matchAll(/<script(?![^>]*\bsrc=)[^>]*>([\s\S]*?)<\/script>/g)];
  return scripts.map(([, text = '']) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);
}

/** The policy: everything from our own origin, frames of our own pages only; components style themselves, pictures may be drawn. */
export function contentSecurityPolicy(scriptHashes: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src ${["'self'", ...scriptHashes].join(' ')}`,
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

/** Puts the headers on every response; `scriptHashes` is asked for the path of each. */
export function securityHeaders(scriptHashes: (path: string) => Promise<readonly string[]>): MiddlewareHandler {
  return async (context, next) => {
    await next();
    const { headers } = context.res;
    headers.set('content-security-policy', contentSecurityPolicy(await scriptHashes(context.req.path)));
    headers.set('x-content-type-options', 'nosniff');
    headers.set('referrer-policy', 'same-origin');
    headers.set('cross-origin-opener-policy', 'same-origin');
    headers.set('cross-origin-resource-policy', 'same-origin');
    headers.set('permissions-policy', 'camera=(self), geolocation=(), microphone=(), payment=()');
  };
}
