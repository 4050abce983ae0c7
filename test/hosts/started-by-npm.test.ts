// `npm start` as operators meet it: ended by a signal to npm alone, or by a kill of what lies between, and in a folder that is not theirs to write.
import { type ChildProcess, execFile, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { makeCheckout } from './checkout';
import { ask } from './node-host';

const run = promisify(execFile);
let checkout: Awaited<ReturnType<typeof makeCheckout>>;
let data: string;
let running: ChildProcess | null = null;

beforeAll(async () => {
  checkout = await makeCheckout();
  // Readable by other accounts, as a checkout is.
  await chmod(checkout.folder, 0o755);
});
afterAll(() => checkout.remove());
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'qunhui-data-'));
  await chmod(data, 0o777);
});
afterEach(async () => {
  // Whatever of it is left, the processes below it too.
  if (running?.pid !== undefined) killGroup(running.pid);
  running = null;
  await rm(data, { recursive: true, force: true });
});

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing is left of it.
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  return port;
}

function start(program: string, args: readonly string[], port: number, options: SpawnOptions = {}) {
  const env = { PATH: process.env.PATH, HOME: data, DEMO: '0', DATA_DIR: data, PORT: String(port) };
  const child = spawn(program, args, { cwd: checkout.folder, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true, ...options });
  running = child;
  const printed: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => printed.push(piece.toString('utf8')));
  const comesUp = () => expect.poll(async () => (await isUp(port)) || printed.join('')).toBe(true);
  return { child, comesUp, text: () => printed.join('') };
}

const isUp = (port: number) =>
  ask(`http://127.0.0.1:${port}`, '/healthz', { method: 'GET' }).then(
    ({ status }) => status === 200,
    () => false,
  );

/** The port answers nobody, and the database was closed: its log is in the file and the door is shut. */
async function hasStopped(port: number): Promise<void> {
  await expect.poll(() => isUp(port)).toBe(false);
  await expect.poll(async () => (await readdir(data)).filter((name) => !name.startsWith('.'))).toEqual(['qunhui.db']);
}

const bootstrap = ['scripts/bootstrap.mjs', 'start'];

describe('a server that npm started', () => {
  it('stops when npm is told to, though npm tells a shell and the shell nobody', async () => {
    const port = await freePort();
    const { child, comesUp } = start('npm', ['start'], port);
    await comesUp();
    child.kill('SIGTERM');
    await hasStopped(port);
  });
});

describe('a server that the start program started', () => {
  it('stops with exit code 0 when the start program is told to', async () => {
    const port = await freePort();
    const { child, comesUp, text } = start(process.execPath, bootstrap, port);
    await comesUp();
    const ended = once(child, 'close');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    expect(text()).toContain('Stopping');
    await hasStopped(port);
  });

  it('stops when the start program is killed', async () => {
    const port = await freePort();
    const { child, comesUp } = start(process.execPath, bootstrap, port);
    await comesUp();
    child.kill('SIGKILL');
    await hasStopped(port);
  });
});

describe('a command that does its work and ends', () => {
  it('ends, although something in it listens for messages as PostgreSQL’s package does', async () => {
    const program = join(checkout.folder, 'scripts/listens.ts');
    await writeFile(program, "process.on('message', () => undefined);\n");
    const { child } = start(process.execPath, ['scripts/bootstrap.mjs', 'listens'], 0);
    expect((await once(child, 'close'))[0]).toBe(0);
    await rm(program);
  });
});

describe('a folder that the server’s account may not write into', () => {
  const nobody = 65_534;
  const stranger: SpawnOptions = process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const folders = ['.', '.cache', '.cache/programs', 'dist', 'dist/h5'];
  const setMode = async (mode: number) => {
    for (const name of folders) await chmod(join(checkout.folder, name), mode).catch(() => undefined);
  };

  afterEach(() => setMode(0o755));

  it('is refused in words while something has to be built, and served from once its owner has built it', async () => {
    await rm(join(checkout.folder, '.cache/programs'), { recursive: true, force: true });
    await setMode(0o555);
    const refused = start(process.execPath, bootstrap, await freePort(), stranger);
    expect((await once(refused.child, 'close'))[0]).toBe(1);
    expect(refused.text()).toMatch(/npm run build -- server/);
    expect(refused.text()).not.toMatch(/EACCES|\n\s+at /);
    await setMode(0o755);
    await run(process.execPath, ['scripts/bootstrap.mjs', 'build', 'server'], { cwd: checkout.folder });
    await setMode(0o555);
    const served = start(process.execPath, bootstrap, await freePort(), stranger);
    await served.comesUp();
    served.child.kill('SIGTERM');
    expect((await once(served.child, 'close'))[0]).toBe(0);
  });
});
