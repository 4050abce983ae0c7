// The playground's routes, in demo mode only: its page, its chats, group proofs for its people, and the clock.
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { addDays, dayOf, dayStartAt } from '#core/values/day';
import { isIdPart } from '#core/values/ids';
import { DAY_MS, type Instant, MINUTE_MS } from '#core/values/instant';
import type { DemoClock } from '#server/adapters/clock-demo/demo-clock';
import { cryptoDice } from '#server/adapters/dice-crypto/crypto-dice';
import type { PlaygroundGroupProof } from '#server/adapters/group-proof-playground/playground-group-proof';
import { isSameOrigin } from '#server/hosts/node/browser-session';
import { personas, personKeyOf } from '#server/hosts/node/personas';
import { type Chat, createChat } from '#server/hosts/node/playground/chat';
import { DEMO_GROUP_ID, DEMO_GROUP_LABEL, DEMO_ZONE } from '#server/hosts/node/playground/demo-group';
import { buildPlaygroundPage } from '#server/hosts/node/playground/playground-page';
import { readJson } from '#server/hosts/node/read-json';
import { REQUEST_BYTES_MAX } from '#server/hosts/wire/read-request';
import type { Store } from '#server/ports/store';

/** What the playground is made from. */
export interface PlaygroundParts {
  readonly store: Store;
  readonly clock: DemoClock;
  readonly groupProof: PlaygroundGroupProof;
  readonly publicUrl: URL | null;
  /** Lets happen what the time that has passed brings with it. */
  onClockMoved?(): Promise<void>;
}

const persona = v.picklist(personas.map((one) => one.persona));
const calendar = { zone: DEMO_ZONE, dayStartsMinutes: 0 };
const BEFORE_MIDNIGHT_MS = 5 * MINUTE_MS;
/** Characters of one thing that is said. */
const TEXT_MAX = 500;

const addressed = {
  from: persona,
  /** Null sends into the group. */
  to: v.nullable(persona),
};

const bodies = {
  send: v.union([
    v.strictObject({
      ...addressed,
      card: v.object({
        title: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
        path: v.pipe(v.string(), v.regex(/^\/[^\s\\]{0,600}$/)),
        picture: v.nullable(
          v.pipe(v.string(), v.maxLength(REQUEST_BYTES_MAX), v.regex(/^data:image\/(png|jpeg|webp);base64,[A-Za-z0-9+/]+=*$/)),
        ),
      }),
    }),
    v.strictObject({ ...addressed, text: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(TEXT_MAX)) }),
  ]),
  person: v.strictObject({ persona }),
  clock: v.strictObject({ to: v.picklist(['next_day', 'before_midnight']) }),
};

/** Reads and checks a body, and answers by itself when it is not good. */
async function take<S extends v.GenericSchema>(
  context: Context,
  schema: S,
  publicUrl: URL | null,
): Promise<{ readonly good: v.InferOutput<S> } | { readonly bad: Response }> {
  if (context.req.header('origin') !== undefined && !isSameOrigin(context, publicUrl)) {
    return { bad: context.json({ ok: false, code: 'invalid_input', data: { path: 'origin', problem: 'another_site' } }, 403) };
  }
  const json = await readJson(context);
  if ('denial' in json) return { bad: context.json({ ok: false, ...json.denial }, json.denial.code === 'too_large' ? 413 : 400) };
  const parsed = v.safeParse(schema, json.body, { abortEarly: true });
  if (parsed.success) return { good: parsed.output };
  const [issue] = parsed.issues;
  return { bad: context.json({ ok: false, code: 'invalid_input', data: { path: v.getDotPath(issue) ?? '', problem: issue.type } }, 400) };
}

function addChat(http: Hono, chat: Chat, { clock, publicUrl }: PlaygroundParts): void {
  http.get('/playground/state', async (context) => {
    const [now, messages, group] = await Promise.all([clock.refresh(), chat.messages(), chat.group()]);
    const people = personas.map((person) => ({ ...person, inGroup: group.includes(person.persona) }));
    return context.json({ now, zone: DEMO_ZONE, groupName: DEMO_GROUP_LABEL, people, messages });
  });

  http.get('/playground/picture/:id', async (context) => {
    const id = context.req.param('id');
    const [, type = '', content = ''] = /^data:([^;]+);base64,(.*)$/.exec((isIdPart(id) && (await chat.picture(id))) || '') ?? [];
    if (content === '') return context.text('Not found', 404);
    const headers = { 'content-type': type, 'cache-control': 'private, max-age=86400, immutable' };
    return context.body(new Uint8Array(Buffer.from(content, 'base64')), 200, headers);
  });

  http.post('/playground/send', async (context) => {
    const body = await take(context, bodies.send, publicUrl);
    if ('bad' in body) return body.bad;
    const { from, to, ...said } = body.good;
    if (to === null && !(await chat.group()).includes(from))
      return context.json({ ok: false, code: 'not_in_group', data: { label: DEMO_GROUP_LABEL } });
    await chat.send({ id: cryptoDice.id(12), from, to, at: clock.now(), ...said });
    return context.json({ ok: true });
  });
}

/** What somebody has been told of in private before they came, its sender shows in the group: those who come see nothing older. */
async function showAgain(chat: Chat, newcomer: string, at: Instant): Promise<void> {
  const [messages, group] = await Promise.all([chat.messages(), chat.group()]);
  const [told] = messages.filter(({ from, to, card }) => to === newcomer && card !== null && group.includes(from)).slice(-1);
  if (told?.card == null) return;
  const { title, path } = told.card;
  const picture = await chat.picture(told.id);
  await chat.send({ id: `welcome-${newcomer}`, from: told.from, to: null, at, card: { title, path, picture } });
}

function addGroup(http: Hono, chat: Chat, { clock, groupProof, publicUrl }: PlaygroundParts): void {
  // As in WeChat, only the chat knows who is in it: it looks each time, and says nothing of those outside.
  http.post('/playground/proof', async (context) => {
    const body = await take(context, bodies.person, publicUrl);
    if ('bad' in body) return body.bad;
    const inGroup = (await chat.group()).includes(body.good.persona);
    const proof = inGroup ? groupProof.issue(DEMO_GROUP_ID, personKeyOf(body.good.persona), clock.now()) : null;
    return context.json({ ok: true, proof });
  });

  http.post('/playground/group', async (context) => {
    const body = await take(context, bodies.person, publicUrl);
    if ('bad' in body) return body.bad;
    await chat.bringIntoGroup(body.good.persona);
    const { persona: from } = body.good;
    const at = clock.now();
    await chat.send({ id: `joined-${from}`, from, to: null, at, event: 'joined' });
    await showAgain(chat, from, at);
    return context.json({ ok: true });
  });
}

function addClock(http: Hono, { clock, publicUrl, onClockMoved }: PlaygroundParts): void {
  http.post('/playground/clock', async (context) => {
    const body = await take(context, bodies.clock, publicUrl);
    if ('bad' in body) return body.bad;
    const now = await clock.refresh();
    const endOf = (days: number) => dayStartAt(addDays(dayOf(now, calendar), days), calendar) - BEFORE_MIDNIGHT_MS;
    const beforeMidnight = endOf(1) > now ? endOf(1) : endOf(2);
    const moved = await clock.moveTo(body.good.to === 'next_day' ? now + DAY_MS : beforeMidnight);
    await onClockMoved?.();
    return context.json({ ok: true, now: moved });
  });
}

/** Creates the playground's routes; its page is bundled here, once. */
export async function createPlayground(parts: PlaygroundParts): Promise<Hono> {
  const page = await buildPlaygroundPage();
  const http = new Hono();
  const chat = createChat(parts.store);
  const fresh = { 'cache-control': 'no-cache' };
  http.get('/', (context) => context.html(page.html, 200, fresh));
  http.get('/playground/page.js', (context) =>
    context.body(page.script, 200, { ...fresh, 'content-type': 'text/javascript; charset=utf-8' }),
  );
  http.get('/playground/page.css', (context) => context.body(page.style, 200, { ...fresh, 'content-type': 'text/css; charset=utf-8' }));
  addChat(http, chat, parts);
  addGroup(http, chat, parts);
  addClock(http, parts);
  return http;
}
