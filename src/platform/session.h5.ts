// The browser's session: a token in memory for a phone of the playground, an httpOnly cookie for everyone else.
import { personaOf } from '#app/platform/playground';
import { NoReply } from '#app/platform/wire';

let token: string | null = null;
let opening: Session | null = null;

async function open(): Promise<void> {
  const persona = personaOf(window.location.search);
  let response: Response;
  let body: unknown;
  try {
    response = await fetch(persona === null ? '/session/visitor' : '/session/demo', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(persona === null ? {} : { persona }),
    });
    body = await response.json();
  } catch (cause) {
    throw new NoReply('no session', { cause });
  }
  if (!response.ok) throw new NoReply(`no session: ${response.status}`);
  const given = (body as { token?: unknown } | null)?.token;
  token = persona !== null && typeof given === 'string' ? given : null;
}

/** A session that is open or being opened; compared by identity, to tell which one the server refused. */
export type Session = Promise<void>;

/**
 * Opens a session, unless one is open. Calls that come together share one opening; a failed one is tried anew by the next call.
 * @param refused the session that the server did not accept; a newer one is kept.
 * @throws NoReply when the server cannot be reached.
 */
export function openSession(refused?: Session): Session {
  if (opening === null || opening === refused) {
    const mine = open().catch((error: unknown) => {
      if (opening === mine) opening = null;
      throw error;
    });
    opening = mine;
  }
  return opening;
}

/** The bearer token of a playground phone; null where a cookie does the work. */
export function sessionToken(): string | null {
  return token;
}
