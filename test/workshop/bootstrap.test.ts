// Any command works on a fresh clone: what is missing is installed first, once, and again only when it must be.
import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = resolve(__dirname, '..', '..');

/** Plays npm: notes that it was called, unpacks one package and writes npm's list of what is installed; fails when told to. */
const playedNpm = `
const fs = require('node:fs');
fs.appendFileSync('npm-calls', process.argv.slice(2).join(' ') + '\\n');
if (fs.existsSync('npm-fails')) { console.error('npm cannot reach anything'); process.exit(7); }
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
fs.mkdirSync('node_modules/pear', { recursive: true });
fs.writeFileSync('node_modules/pear/package.json', '{}');
fs.symlinkSync(process.env.REAL_TSX, 'node_modules/tsx');
fs.writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages }));
`;

let clone: string;

function writeLock(version: string): void {
  writeFileSync(join(clone, 'package-lock.json'), JSON.stringify({ packages: { '': {}, 'node_modules/pear': { version } } }));
}

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), 'qunhui-clone-'));
  mkdirSync(join(clone, 'scripts'));
  cpSync(join(root, 'scripts/bootstrap.mjs'), join(clone, 'scripts/bootstrap.mjs'));
  writeFileSync(
    join(clone, 'scripts/greet.ts'),
    'const words: string[] = process.argv.slice(2);\nconsole.log(["hello", ...words].join(" "));\nprocess.exitCode = 3;\n',
  );
  writeFileSync(join(clone, 'package.json'), '{}');
  writeFileSync(join(clone, 'npm.js'), playedNpm);
  writeLock('1.0.0');
});
afterEach(() => rmSync(clone, { recursive: true, force: true }));

function runCommand(...args: string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, npm_execpath: join(clone, 'npm.js'), REAL_TSX: join(root, 'node_modules/tsx') };
  return new Promise((done) => {
    execFile(process.execPath, [join(clone, 'scripts/bootstrap.mjs'), ...args], { env }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : 0, output: stdout + stderr });
    });
  });
}

function timesInstalled(): number {
  const notes = join(clone, 'npm-calls');
  return existsSync(notes) ? readFileSync(notes, 'utf8').trim().split('\n').length : 0;
}

describe('a command on a fresh clone', () => {
  test('installs with progress, then runs with its words and its exit code', async () => {
    const { code, output } = await runCommand('greet', 'neighbour');
    expect(output).toContain('Installing packages: 0 of 1');
    expect(output).toContain('hello neighbour');
    expect(code).toBe(3);
    expect(readFileSync(join(clone, 'npm-calls'), 'utf8')).toContain('install --no-save --include=dev');
  });

  test('installs once', async () => {
    await runCommand('greet');
    expect((await runCommand('greet')).output).toBe('hello\n');
    expect(timesInstalled()).toBe(1);
  });

  test('installs again when the lock file has changed', async () => {
    await runCommand('greet');
    writeLock('1.1.0');
    rmSync(join(clone, 'node_modules/tsx'));
    await runCommand('greet');
    expect(timesInstalled()).toBe(2);
  });

  test('trusts what a person has installed with npm', async () => {
    mkdirSync(join(clone, 'node_modules/pear'), { recursive: true });
    writeFileSync(join(clone, 'node_modules/pear/package.json'), '{}');
    symlinkSync(join(root, 'node_modules/tsx'), join(clone, 'node_modules/tsx'));
    cpSync(join(clone, 'package-lock.json'), join(clone, 'node_modules/.package-lock.json'));
    expect((await runCommand('greet')).output).toBe('hello\n');
    expect(timesInstalled()).toBe(0);
  });

  test('starts from nothing after an installation that was interrupted', async () => {
    mkdirSync(join(clone, 'node_modules/half-unpacked'), { recursive: true });
    mkdirSync(join(clone, '.cache'));
    writeFileSync(join(clone, '.cache/installing'), '');
    await runCommand('greet');
    expect(timesInstalled()).toBe(1);
    expect(existsSync(join(clone, 'node_modules/half-unpacked'))).toBe(false);
    expect(existsSync(join(clone, '.cache/installing'))).toBe(false);
  });

  test('shows what npm said when it fails, and does not run', async () => {
    writeFileSync(join(clone, 'npm-fails'), '');
    const { code, output } = await runCommand('greet');
    expect(code).toBe(7);
    expect(output).toContain('npm cannot reach anything');
    expect(output).not.toContain('hello');
    rmSync(join(clone, 'npm-fails'));
    expect((await runCommand('greet')).output).toContain('hello');
  });

  test('says so when there is no such command', async () => {
    expect(await runCommand('dance')).toMatchObject({ code: 1, output: expect.stringContaining('no scripts/dance.ts') });
    expect(await runCommand('../greet')).toMatchObject({ code: 1 });
  });
});
