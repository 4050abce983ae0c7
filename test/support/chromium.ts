// Finds or unpacks the Chromium that tests drive, with the libraries and the fonts that a bare machine lacks.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { writeFontConfiguration } from './chinese-font';

const run = promisify(execFile);
const root = resolve(__dirname, '..', '..');

/** A browser's program and what its process needs to start. */
export interface Chromium {
  readonly path: string;
  readonly env: Record<string, string>;
}

/** Asks the package that carries Chromium to unpack itself into a folder, libraries included; it does so only where it takes itself to be in a cloud. */
const unpackScript = "import chromium from '@sparticuz/chromium'; await chromium.executablePath();";

/** Unpacks Chromium once per version of its package; another process that does the same at this moment does no harm. */
async function unpack(): Promise<string> {
  const carrier = await readFile(join(root, 'node_modules/@sparticuz/chromium/package.json'), 'utf8');
  const { version }: { version: string } = JSON.parse(carrier);
  const folder = join(root, '.cache', `chromium-${version}`);
  if (existsSync(join(folder, 'chromium'))) return folder;
  await mkdir(join(root, '.cache'), { recursive: true });
  const partial = await mkdtemp(join(root, '.cache', 'chromium-partial-'));
  const env = { ...process.env, TMPDIR: partial, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' };
  await run(process.execPath, ['--input-type=module', '-e', unpackScript], { cwd: root, env });
  await rename(partial, folder).catch(async (error: unknown) => {
    await rm(partial, { recursive: true, force: true });
    if (!existsSync(join(folder, 'chromium'))) throw error;
  });
  return folder;
}

/** Whether the system's own libraries suffice; where nothing can tell, they are taken to be missing. */
async function lacksLibraries(program: string): Promise<boolean> {
  try {
    return (await run('ldd', [program])).stdout.includes('not found');
  } catch {
    return true;
  }
}

/**
 * The browser for tests: the program that CHROME_PATH names, or the one that a package carries (Linux on x64).
 * @throws Error with advice where neither can run
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env.CHROME_PATH;
  if (named) return { path: named, env: process.platform === 'linux' ? { FONTCONFIG_FILE: await writeFontConfiguration([]) } : {} };
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('The bundled Chromium runs on Linux x64 only; set CHROME_PATH to a Chrome or Chromium of this machine.');
  }
  const folder = await unpack();
  const path = join(folder, 'chromium');
  const env: Record<string, string> = { FONTCONFIG_FILE: await writeFontConfiguration([join(folder, 'fonts/fonts')]) };
  if (await lacksLibraries(path)) {
    const before = process.env.LD_LIBRARY_PATH;
    env.LD_LIBRARY_PATH = [join(folder, 'al2023/lib'), ...(before ? [before] : [])].join(':');
  }
  return { path, env };
}
