// Who speaks to the cloud: keys from the environment, or the login that CloudBase's command line keeps after `tcb login`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { CloudKeys } from './tc3-signature';

/** A login, and where it came from. */
export interface CloudLogin {
  readonly keys: CloudKeys;
  readonly from: 'environment' | 'command_line';
  /** Whether temporary keys have run out, or are about to; the command line renews them when it is used. */
  readonly isStale: boolean;
}

/** Where the command line keeps its login, below a home folder. */
const loginFile = join('.config', '.cloudbase', 'auth.json');

/** Temporary keys that end within this time count as run out, in ms: a deployment takes minutes. */
const STALE_BEFORE_MS = 10 * 60_000;

const textOf = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

function keysOf(secretId: unknown, secretKey: unknown, token: unknown): CloudKeys | null {
  const id = textOf(secretId);
  const key = textOf(secretKey);
  const session = textOf(token);
  if (id === null || key === null) return null;
  return session === null ? { secretId: id, secretKey: key } : { secretId: id, secretKey: key, token: session };
}

function readLoginFile(path: string): Record<string, unknown> {
  try {
    const { credential } = JSON.parse(readFileSync(path, 'utf8')) as { credential?: unknown };
    return typeof credential === 'object' && credential !== null ? (credential as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

/** The login that would be used, or null when there is none. Keys of the environment win. */
export function findLogin(environment: NodeJS.ProcessEnv, home: string, nowMs: number): CloudLogin | null {
  const given = keysOf(
    environment['TENCENTCLOUD_SECRETID'],
    environment['TENCENTCLOUD_SECRETKEY'],
    environment['TENCENTCLOUD_SESSIONTOKEN'],
  );
  if (given) return { keys: given, from: 'environment', isStale: false };
  const path = join(home, loginFile);
  if (!existsSync(path)) return null;
  // The command line stores permanent keys and temporary ones under different names.
  const stored = readLoginFile(path);
  const permanent = keysOf(stored['secretId'], stored['secretKey'], stored['token']);
  if (permanent) return { keys: permanent, from: 'command_line', isStale: false };
  const temporary = keysOf(stored['tmpSecretId'], stored['tmpSecretKey'], stored['tmpToken']);
  if (!temporary) return null;
  const endsAt = Number(stored['tmpExpired'] ?? 0);
  return { keys: temporary, from: 'command_line', isStale: endsAt < nowMs + STALE_BEFORE_MS };
}

/**
 * Gives the command line a login of its own under a home folder made for one run: it takes no keys from the environment, and keys in
 * its arguments could be read by everybody on the machine.
 */
export function writeLogin(home: string, { secretId, secretKey, token }: CloudKeys): void {
  const path = join(home, loginFile);
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeFileSync(path, JSON.stringify({ credential: { secretId, secretKey, token } }), { mode: 0o600 });
}
