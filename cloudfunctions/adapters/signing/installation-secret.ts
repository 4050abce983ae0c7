// The installation's secrets: made once, kept in the store, so that several processes and hosts share them.
import { randomBytes } from 'node:crypto';
import type { SystemDocument } from '#core/tables';
import { makeId, SYSTEM } from '#core/values/ids';
import type { Store } from '#server/ports/store';

/**
 * What each secret is for. `pepper` makes member ids and must never change, nor `journal`, which recognises requests; `session` may be
 * replaced, which signs everybody out.
 */
export type SecretName = 'session' | 'pepper' | 'codes' | 'proof' | 'journal';

/** Reads a secret, or makes it if this is the first process ever to ask. Two that ask at once get the same one. */
export async function loadInstallationSecret(store: Store, name: SecretName): Promise<string> {
  const id = makeId(SYSTEM, 'secret', name);
  const fresh = randomBytes(32).toString('base64url');
  return store.decide([id], (documents) => {
    const kept = documents.get(id) as SystemDocument | undefined;
    if (kept === undefined) return { reply: fresh, writes: [{ kind: 'insert', document: { id, value: fresh } }] };
    if (typeof kept.value !== 'string' || kept.value.length < 32) throw new Error(`the stored secret ${name} is damaged`);
    return { reply: kept.value, writes: [] };
  });
}

/** All secrets of an installation by name. */
export type InstallationSecrets = Readonly<Record<SecretName, string>>;

/** Loads all secrets; a session secret from outside takes the place of the stored one and is never written down. */
export async function loadInstallationSecrets(store: Store, sessionSecret?: string): Promise<InstallationSecrets> {
  return {
    session: sessionSecret ?? (await loadInstallationSecret(store, 'session')),
    pepper: await loadInstallationSecret(store, 'pepper'),
    codes: await loadInstallationSecret(store, 'codes'),
    proof: await loadInstallationSecret(store, 'proof'),
    journal: await loadInstallationSecret(store, 'journal'),
  };
}
