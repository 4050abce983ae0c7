// Runs a command of this repository on any machine with Node and npm: installs what package-lock.json names if that is missing, then starts it.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const installed = join(root, 'node_modules');
const stampPath = join(root, '.cache', 'installed.sha256');
const beginningPath = join(root, '.cache', 'installing');
const oldestNode = [20, 19];
const startedBy = process.ppid;

/** The hash that a finished installation carries: the lock file, and what native packages depend on. */
function wantedStamp() {
  const machine = `${process.platform}-${process.arch}-${process.versions.modules}`;
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .update(machine)
    .digest('hex');
}

/** Whether npm itself says that what is in node_modules is what the lock file names; npm writes its list only when it has finished. */
function npmSaysItIsComplete() {
  try {
    const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
    const present = JSON.parse(readFileSync(join(installed, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([path, entry]) => {
      if (path === '' || entry.optional || entry.devOptional || entry.peer) return true;
      return present[path]?.version === entry.version && existsSync(join(root, path, 'package.json'));
    });
  } catch {
    return false;
  }
}

/** Whether an installation that fits the lock file is there and was not interrupted. */
function isInstalled() {
  const wanted = wantedStamp();
  if (existsSync(beginningPath) || !existsSync(join(installed, '.package-lock.json'))) return false;
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === wanted) return true;
  if (!npmSaysItIsComplete()) return false;
  if (mayWriteHere()) writeStamp(wanted);
  return true;
}

function mayWriteHere() {
  try {
    accessSync(root, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function writeStamp(stamp) {
  mkdirSync(dirname(stampPath), { recursive: true });
  writeFileSync(stampPath, stamp);
}

/** The packages that the lock file names for this machine, as paths. */
function packagesForThisMachine() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const suits = (allowed, own) => !allowed || allowed.includes(own);
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && suits(entry.os, process.platform) && suits(entry.cpu, process.arch))
    .map(([path]) => path);
}

/** Shows how far npm has come: one moving line on a terminal, a line every ten seconds elsewhere. */
function showInstallation() {
  const paths = packagesForThisMachine();
  const countPackages = () => paths.filter((path) => existsSync(join(root, path, 'package.json'))).length;
  const startedAt = Date.now();
  let saidAt = 0;
  const say = () => {
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    const line = `Installing packages: ${countPackages()} of ${paths.length}, ${seconds} s`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line} `);
    else if (seconds - saidAt >= 10 || seconds === 0) {
      saidAt = seconds;
      process.stderr.write(`${line}\n`);
    }
  };
  say();
  const timer = setInterval(say, 500);
  return () => {
    clearInterval(timer);
    const seconds = Math.round((Date.now() - startedAt) / 1000);
    process.stderr.write(`${process.stderr.isTTY ? '\r' : ''}Installed ${countPackages()} packages in ${seconds} s          \n`);
  };
}

/**
 * Tells when npm was ended: it passes a signal to the shell between us, and most shells end by it without a word to us. Whoever starts us
 * by another way may leave, and we stay.
 * @returns what ends the watch
 */
function watchNpm(tell) {
  if (process.env.npm_lifecycle_event === undefined) return () => undefined;
  const timer = setInterval(() => {
    if (process.ppid === startedBy) return;
    clearInterval(timer);
    tell('SIGTERM');
  }, 250);
  return () => clearInterval(timer);
}

/**
 * Runs a program to its end and gives its exit code; what it prints is kept if `quiet`, and shown only when it fails. By the channel of one that
 * stays, it hears when we are gone, however we went; others have none, since whatever listens to one keeps a program from ending.
 */
function run(program, args, { quiet = false, stays = false, env = process.env } = {}) {
  return new Promise((resolve, reject) => {
    const stdio = quiet ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit', ...(stays ? ['ipc'] : [])];
    const child = spawn(program, args, { cwd: root, env, stdio });
    const output = [];
    child.stdout?.on('data', (chunk) => output.push(chunk));
    child.stderr?.on('data', (chunk) => output.push(chunk));
    // On a terminal Ctrl-C reaches the child by itself; it decides how to stop, and we wait for it.
    const passOn = (signal) => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal));
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, passOn);
    const stopWatching = watchNpm(passOn);
    child.once('error', reject);
    child.once('close', (code, signal) => {
      stopWatching();
      for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.off(name, passOn);
      if (quiet && code !== 0) process.stderr.write(`\n${Buffer.concat(output)}`);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143));
    });
  });
}

/**
 * Makes node_modules fit the lock file. Not by `npm ci`: that refuses a lock file without the optional packages that could not be found
 * when it was written, and NutUI names one that no public registry has. `--no-save` keeps to the lock file and leaves it as it is.
 */
async function install() {
  if (!mayWriteHere()) {
    process.stderr.write(
      `The packages are not installed, and this account cannot write into ${root}: run "npm run build -- server" as who owns it.\n`,
    );
    process.exit(1);
  }
  // A package may lie there half unpacked; npm would take it for installed.
  if (existsSync(beginningPath) || !existsSync(join(installed, '.package-lock.json'))) rmSync(installed, { recursive: true, force: true });
  rmSync(stampPath, { force: true });
  mkdirSync(dirname(beginningPath), { recursive: true });
  writeFileSync(beginningPath, '');
  const finish = showInstallation();
  // npm tells its scripts where it lies; started without npm, we trust the PATH.
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const code = await run(npm[0], [...npm.slice(1), 'install', '--no-save', '--include=dev', '--no-audit', '--no-fund'], { quiet: true });
  finish();
  if (code !== 0) {
    process.stderr.write('The packages could not be installed; see npm above. Check the network and run the same command again.\n');
    process.exit(code);
  }
  rmSync(beginningPath);
  writeStamp(wantedStamp());
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
  process.stderr.write(`Qunhui needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}
const [command, ...rest] = process.argv.slice(2);
const script = join(root, 'scripts', `${command}.ts`);
if (!command || !/^[a-z-]+$/.test(command) || !existsSync(script)) {
  process.stderr.write(`There is no scripts/${command ?? '<command>'}.ts to run.\n`);
  process.exit(1);
}
if (!isInstalled()) await install();
const loader = pathToFileURL(join(installed, 'tsx', 'dist', 'loader.mjs')).href;
// Room for what a batch of decisions makes and drops, MB: with V8's own 16 much of it is copied around before it dies.
const youngHeap = '--max-semi-space-size=32';
process.exitCode = await run(process.execPath, [youngHeap, '--import', loader, script, ...rest], { stays: command === 'start' });
