// The way back of an owner whose browser has lost them: an operator's link that signs one browser in, once and for a quarter of an hour.
import { type ExecFileException, execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { databaseFile } from '#server/hosts/node/keeping/database-file';
import { askForOwnerLink } from '#server/hosts/node/keeping/operator-door';
import { OWNER_LINK_LIFE_MS } from '#server/hosts/node/owner-link';
import type { Log } from '#server/ports/log';
import { type Answer, ask, communityInput, startTestServer } from './node-host';

type Headers = Readonly<Record<string, string>>;

let folder: string;
let server: Awaited<ReturnType<typeof startTestServer>>;
let communityId: string;
let said: Parameters<Log['line']>[];

const cookieOf = ({ headers }: Answer) => headers['set-cookie']?.[0]?.split(';', 1)[0] ?? '';
const call = (action: string, cookie: string, input: object) =>
  ask(server.origin, `/api/${action}`, {
    body: { input, requestId: 'request-0001' },
    headers: { cookie, origin: server.origin },
  });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'qunhui-owner-link-'));
  said = [];
  const log: Log = { line: (...line) => void said.push(line) };
  server = await startTestServer({ DATA_DIR: folder }, { log });
  const cookie = cookieOf(await ask(server.origin, '/session/visitor', { body: {} }));
  const made = (await call('community.create', cookie, communityInput)).json;
  communityId = String((made?.['value'] as { communityId?: string } | undefined)?.communityId);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const linkOf = async (id = communityId) => (await askForOwnerLink(databaseFile(folder), id))?.link ?? null;
const ticketOf = (link: string | null) => new URL(link ?? '').hash.slice(1);
const exchange = (ticket: string, signsIn = true, headers: Headers = { origin: server.origin }) =>
  ask(server.origin, '/session/owner', { body: { ticket, signsIn }, headers });
const opensNothing = { ok: false, code: 'invalid_input', data: { path: 'ticket', problem: 'opens_nothing' } };

describe('an owner’s link', () => {
  it('signs a browser in as the owner, once, and says before as whom', async () => {
    const link = await linkOf();
    expect(link).toMatch(new RegExp(`^${server.origin}/sign-in#${communityId}\\.[A-Za-z0-9_-]{43}$`));
    const ticket = ticketOf(link);
    for (const time of [1, 2]) {
      const looked = await exchange(ticket, false);
      expect([time, looked.json, looked.headers['set-cookie']]).toEqual([time, { ok: true, community: communityInput.name }, undefined]);
    }
    const signedIn = await exchange(ticket);
    expect([signedIn.status, signedIn.headers['cache-control']]).toEqual([200, 'no-store']);
    const mine = await call('community.mine', cookieOf(signedIn), {});
    expect(mine.json?.['value']).toMatchObject({ communities: [{ community: { communityId }, role: 'owner' }] });
    for (const signsIn of [true, false]) expect((await exchange(ticket, signsIn)).json).toEqual(opensNothing);
  });

  it('signs one of two browsers in that press at once', async () => {
    const ticket = ticketOf(await linkOf());
    const answers = await Promise.all([exchange(ticket), exchange(ticket)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });

  it('opens nothing after a quarter of an hour, or once another was made', async () => {
    const first = ticketOf(await linkOf());
    const second = ticketOf(await linkOf());
    expect((await exchange(first)).json).toEqual(opensNothing);
    const now = Date.now();
    const clock = vi.spyOn(Date, 'now').mockReturnValue(now + OWNER_LINK_LIFE_MS + 1_000);
    expect((await exchange(second)).json).toEqual(opensNothing);
    clock.mockReturnValue(now);
    expect((await exchange(second)).status).toBe(200);
  });

  it('is made for no community that is not there, and by nobody without the operator’s word', async () => {
    for (const id of ['cnone', 'no id', '', '_system']) expect([id, await linkOf(id)]).toEqual([id, null]);
    const { port } = JSON.parse(await readFile(join(folder, 'operator.json'), 'utf8')) as { port: number };
    const path = `/owner-link/${communityId}`;
    const tried: readonly Headers[] = [{}, { authorization: 'Bearer x' }];
    for (const headers of tried) {
      const refused = await ask(`http://127.0.0.1:${port}`, path, { headers });
      expect([refused.status, refused.json]).toEqual([404, {}]);
    }
    expect((await ask(server.origin, path, { body: {} })).status).toBe(404);
  });

  it('opens nothing that is altered, from another site, or tried without end', async () => {
    const ticket = ticketOf(await linkOf());
    for (const other of ['', 'x', `${ticket}A`, ticket.slice(0, -1), ticket.replace('.', '..'), ticket.replace(communityId, 'cother')])
      expect([other, (await exchange(other)).json]).toEqual([other, opensNothing]);
    const foreign: readonly Headers[] = [{}, { origin: 'https://evil.example' }];
    for (const headers of foreign) expect((await exchange(ticket, true, headers)).status).toBe(403);
    const many = await Promise.all(Array.from({ length: 30 }, () => exchange('x')));
    expect(many.filter(({ status }) => status === 429).length).toBeGreaterThan(10);
  });

  it('stands in no log, which says that it was made and used', async () => {
    const ticket = ticketOf(await linkOf());
    await exchange(ticket);
    const about = { community: communityId, member: expect.stringMatching(/^[a-z2-7]{16}$/) };
    expect(said.slice(-2)).toEqual([
      ['notice', 'owner_link_made', about],
      ['notice', 'owner_link_used', about],
    ]);
    expect(JSON.stringify(said)).not.toContain(ticket.split('.')[1]);
  });

  it('leads to a page that is kept nowhere and runs its own script only', async () => {
    const page = await ask(server.origin, '/sign-in', { method: 'GET' });
    expect([page.status, page.headers['cache-control']]).toEqual([200, 'no-store']);
    expect(page.headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[^']+';/);
  });
});

it('npm run sign-in prints the link, and says in words what is missing', async () => {
  const run = (args: readonly string[], dataDir = folder): Promise<{ code: number; out: string; err: string }> =>
    new Promise((done) => {
      const options = { cwd: resolve(__dirname, '..', '..'), env: { PATH: process.env.PATH, DATA_DIR: dataDir } };
      execFile(process.execPath, ['--import', 'tsx', 'scripts/sign-in.ts', ...args], options, (error: ExecFileException | null, out, err) =>
        done({ code: error === null ? 0 : Number(error.code), out, err }),
      );
    });
  const printed = await run(['--community', communityId]);
  expect([printed.code, printed.err]).toEqual([0, expect.stringContaining('15 分钟')]);
  expect((await exchange(ticketOf(printed.out.trim()))).status).toBe(200);
  expect(await run(['--community', 'cnone'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('cnone') });
  expect(await run(['--community', communityId], join(folder, 'none'))).toMatchObject({
    code: 1,
    err: expect.stringContaining('DATA_DIR'),
  });
  expect(await run([])).toMatchObject({ code: 1, err: expect.stringContaining('--community') });
});
