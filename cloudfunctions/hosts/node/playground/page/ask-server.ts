// Asks the application itself, as one of the playground's people: its real views, in a session of that person's own.
import type { ActionName, InputOf, ValueOf } from '#core/contract';

const sessions = new Map<string, Promise<string>>();

async function post(path: string, body: unknown, token?: string): Promise<Record<string, unknown>> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  });
  return (await response.json()) as Record<string, unknown>;
}

async function signIn(persona: string): Promise<string> {
  const { token } = await post('/session/demo', { persona });
  if (typeof token !== 'string') throw new Error(`no session for ${persona}`);
  return token;
}

/** The value of a view as a person sees it, or null when they may not see it, or the server cannot be reached. */
export async function askAs<A extends ActionName>(persona: string, action: A, input: InputOf<A>): Promise<ValueOf<A> | null> {
  try {
    const session = sessions.get(persona) ?? signIn(persona);
    sessions.set(persona, session);
    const reply = await post(`/api/${action}`, { input }, await session);
    return reply.ok === true ? (reply.value as ValueOf<A>) : null;
  } catch {
    // The next question signs in anew.
    sessions.delete(persona);
    return null;
  }
}
