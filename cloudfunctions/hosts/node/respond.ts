// What the HTTP face answers besides actions: denials in the shape of every other reply, and where a request comes from.
import { RequestError } from '@hono/node-server';
import { getConnInfo } from '@hono/node-server/conninfo';
import type { Context } from 'hono';
import type { Denial } from '#core/refusals';
import type { AppReply } from '#server/app/create-app';
import { statusOf } from '#server/hosts/node/reply-status';
import { headersFor } from '#server/hosts/node/security-headers';

/** Answers with a denial, in the shape and status of every other reply. */
export function deny(context: Context, denial: Denial): Response {
  const reply: AppReply = { ok: false, ...denial };
  if (denial.code === 'slow_down') context.header('retry-after', String(denial.data.seconds));
  return context.json(reply, statusOf(reply));
}

/** Denies the one malformed request that is nobody's mistake: a page of another site, using a session that is not its own. */
export function denyForeign(context: Context): Response {
  const reply: AppReply = { ok: false, code: 'invalid_input', data: { path: 'origin', problem: 'another_site' } };
  return context.json(reply, 403);
}

/**
 * The address that a request comes from. A proxy in front puts its own visitor at the end of x-forwarded-for; what stands before that,
 * and the whole header where there is no proxy, is whatever the visitor wrote.
 */
export function addressOf(context: Context, publicUrl: URL | null): string {
  const named = publicUrl === null ? undefined : context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim();
  if (named !== undefined && named !== '') return named.slice(0, 64);
  // What was handed over inside of this process came by no connection.
  const { incoming } = (context.env ?? {}) as { readonly incoming?: unknown };
  return incoming === undefined ? '' : (getConnInfo(context).remote.address ?? '');
}

/** Answers what never becomes a request: a host, or an address, that cannot be one. */
export function refuseRequest(error: unknown): Response {
  return new Response('Bad request', { status: error instanceof RequestError ? 400 : 500, headers: headersFor([]) });
}
