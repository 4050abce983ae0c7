// The session keys of WeChat people on our own server: kept with the data, so that several processes share them.
import { createHash } from 'node:crypto';
import type { SystemDocument } from '#core/tables';
import { type Id, makeId, SYSTEM } from '#core/values/ids';
import type { Store } from '#server/ports/store';

function idOf(personKey: string): Id {
  return makeId(SYSTEM, 'wechatSession', createHash('sha256').update(personKey).digest('hex'));
}

/** Keeps the session key of a person's last login; the one before it opens nothing any more. */
export async function keepSessionKey(store: Store, personKey: string, sessionKey: string): Promise<void> {
  const id = idOf(personKey);
  await store.decide([id], (documents) => {
    const document = { id, value: sessionKey };
    return { reply: null, writes: [{ kind: documents.has(id) ? 'put' : 'insert', document }] };
  });
}

/** The session key of a person's last login, base64; null when they never logged in. */
export async function sessionKeyOf(store: Store, personKey: string): Promise<string | null> {
  const id = idOf(personKey);
  const kept = (await store.read([id])).get(id) as SystemDocument | undefined;
  return typeof kept?.value === 'string' ? kept.value : null;
}
