// The HTTP face of the application: actions, sessions, health, metrics and the web app.
import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';
import { HTTPException } from 'hono/http-exception';
import { cryptoDice } from '#server/adapters/dice-crypto/crypto-dice';
import type { PrometheusMeter } from '#server/adapters/meter-prometheus/prometheus-meter';
import { isSameOrigin, sessionOf } from '#server/hosts/node/browser-session';
import type { NodeApp } from '#server/hosts/node/compose-app';
import { OWNER_LINK_PATH } from '#server/hosts/node/owner-link';
import { ownerLinkPage } from '#server/hosts/node/owner-link-page';
import { addOwnerLinks } from '#server/hosts/node/owner-link-routes';
import { addPictures } from '#server/hosts/node/picture-routes';
import { readJson } from '#server/hosts/node/read-json';
import { statusOf } from '#server/hosts/node/reply-status';
import { addressOf, deny, denyForeign } from '#server/hosts/node/respond';
import { answerJson, noStore, pageScripts, securityHeaders, webAppScripts } from '#server/hosts/node/security-headers';
import { addSessions } from '#server/hosts/node/session-routes';
import { createStaticFiles, type StaticFiles } from '#server/hosts/node/static-files';
import type { Log } from '#server/ports/log';
import type { Store } from '#server/ports/store';

/** What the HTTP face is made from. */
export interface HttpParts extends NodeApp {
  readonly store: Store;
  readonly log: Log;
  /** What was counted, and the token that a collector shows to read it; without a token it is there in demo mode only. */
  readonly metrics?: { readonly meter: PrometheusMeter; readonly token: string | null };
  readonly demo: boolean;
  readonly version: string;
  readonly publicUrl: URL | null;
  /** The folder of the built web app. */
  readonly webRoot: string;
  /** The playground's pages and routes; only demo mode has them. */
  readonly playground?: Hono | undefined;
}

const PING_MS = 2_000;
const LONGEST_ACTION_NAME = 60;

function addActions(http: Hono, parts: HttpParts): void {
  http.post('/api/:action', async (context) => {
    const session = sessionOf(context);
    if (session.byCookie && !isSameOrigin(context, parts.publicUrl)) return denyForeign(context);
    const json = await readJson(context);
    if ('denial' in json) return deny(context, json.denial);
    const { body } = json;
    if (typeof body !== 'object' || body === null || Array.isArray(body)) {
      return deny(context, { code: 'invalid_input', data: { path: '', problem: 'object' } });
    }
    const { input, requestId } = body as { input?: unknown; requestId?: unknown };
    const action = context.req.param('action').slice(0, LONGEST_ACTION_NAME);
    const reply = await parts.app.handle({
      action,
      input,
      requestId,
      credentials: { sessionToken: session.token },
      from: addressOf(context, parts.publicUrl),
    });
    if (!reply.ok && reply.code === 'slow_down') return deny(context, reply);
    return answerJson(context, reply, statusOf(reply));
  });
}

/** Asks the store for a sign of life. @throws Error when there is none in time */
async function pingInTime(store: Store): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the store does not answer')), PING_MS);
  });
  try {
    await Promise.race([store.ping(), late]);
  } finally {
    clearTimeout(timer);
  }
}

function addHealth(http: Hono, { store, version, log }: HttpParts): void {
  http.get('/healthz', async (context) => {
    try {
      await pingInTime(store);
      return context.json({ ok: true, version, store: store.name });
    } catch (error) {
      log.line('warning', 'health', { store: store.name }, error);
      return context.json({ ok: false, version, store: store.name }, 503);
    }
  });
}

function addMetrics(http: Hono, { store, metrics, demo }: HttpParts): void {
  if (metrics === undefined || (metrics.token === null && !demo)) return;
  const { meter, token } = metrics;
  if (token !== null) http.use('/metrics', bearerAuth({ token }));
  http.get('/metrics', async (context) => {
    const text = await meter.text(() => pingInTime(store));
    return context.body(text, 200, { 'content-type': meter.contentType, 'cache-control': 'no-store' });
  });
}

function addWebApp(http: Hono, files: StaticFiles): void {
  http.get('/app', (context) => context.redirect('/app/'));
  http.get('/app/*', async (context) => {
    const path = context.req.path.slice('/app/'.length) || 'index.html';
    const found = await files.respond(context, path);
    if (found !== null) return found;
    if (path !== 'index.html') return context.text('Not found', 404);
    return context.text('The web app has not been built yet: run npm run build -- h5.', 503);
  });
}

/** Creates the HTTP face. Nothing of the server's inside ever reaches a response: errors become `internal` with a reference. */
export function createHttpApp(parts: HttpParts): Hono {
  const http = new Hono();
  const files = createStaticFiles(parts.webRoot);
  // Two pages carry scripts inside themselves; the web app's may be built anew while the server runs.
  const scriptsOf = async (path: string) => {
    if (path === OWNER_LINK_PATH) return pageScripts(ownerLinkPage);
    return path.startsWith('/app') ? webAppScripts((await files.text('index.html')) ?? '') : [];
  };
  http.use(securityHeaders(scriptsOf, parts.publicUrl?.protocol === 'https:'));
  for (const path of ['/api/*', '/session/*', OWNER_LINK_PATH]) http.use(path, noStore);
  addActions(http, parts);
  addSessions(http, parts);
  addOwnerLinks(http, parts);
  addHealth(http, parts);
  addMetrics(http, parts);
  addPictures(http, parts.pictures);
  addWebApp(http, files);
  if (parts.playground !== undefined) http.route('/', parts.playground);
  else http.get('/', (context) => context.redirect('/app/'));
  http.notFound((context) => context.text('Not found', 404));
  http.onError((error, context) => {
    if (error instanceof HTTPException) return error.getResponse();
    const reference = cryptoDice.id(8);
    parts.log.line('error', 'bug', { reference, action: 'http' }, error);
    return context.json({ ok: false, code: 'internal', data: { reference } }, 500);
  });
  return http;
}
