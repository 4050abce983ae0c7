// The installation's secrets: made once, kept in the store, so that several processes and hosts share them.
import { randomBytes } from 'node:crypto';
import type { SystemDocument } from '#core/tables';
import { makeId, SYSTEM } from '#core/values/ids';
import type { Store, Write } from '#server/ports/store';

/**
 * What each secret is for. `pepper` makes member ids and must never change, nor `journal`, which recognises requests; `session` may be
 * replaced, which signs everybody out.
 */
export type SecretName = 'session' | 'pepper' | 'codes' | 'proof' | 'journal';

/** Some secrets of an installation by name. */
type Secrets<Name extends SecretName> = Readonly<Record<Name, string>>;

function readSecret(kept: unknown, name: SecretName): string {
  const { value } = kept as SystemDocument;
  if (typeof value !== 'string' || value.length < 32) throw new Error(`the stored secret ${name} is damaged`);
  return value;
}

/** Reads secrets in one step, and makes those that no process has asked for before. Two that ask at once get the same ones. */
async function load<Name extends SecretName>(store: Store, names: readonly Name[]): Promise<Secrets<Name>> {
  const idOf = (name: Name) => makeId(SYSTEM, 'secret', name);
  const fresh = new Map(names.map((name) => [name, randomBytes(32).toString('base64url')]));
  return store.decide(names.map(idOf), (documents) => {
    const writes: Write[] = [];
    const found = names.map((name) => {
      const id = idOf(name);
      const kept = documents.get(id);
      const value = kept === undefined ? (fresh.get(name) ?? '') : readSecret(kept, name);
      if (kept === undefined) writes.push({ kind: 'insert', document: { id, value } });
      return [name, value] as const;
    });
    return { reply: Object.fromEntries(found) as Record<Name, string>, writes };
  });
}

/** All secrets of an installation by name. */
export type InstallationSecrets = Secrets<SecretName>;

const kept = ['pepper', 'codes', 'proof', 'journal'] as const;

/** Loads all secrets; a session secret from outside takes the place of the stored one and is never written down. */
export async function loadInstallationSecrets(store: Store, sessionSecret?: string): Promise<InstallationSecrets> {
  if (sessionSecret === undefined) return load(store, ['session', ...kept]);
  return { session: sessionSecret, ...(await load(store, kept)) };
}
