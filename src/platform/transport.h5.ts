// Actions over HTTP, in a session that is opened when the server first asks for one.
import { openSession, sessionToken } from '#app/platform/session';
import { isWireReply, NoReply, type Send, type WireReply } from '#app/platform/wire';

/** Longer than this on a phone means that the reply was lost. */
const REPLY_MS = 15_000;

async function post(action: string, body: string): Promise<WireReply> {
  const token = sessionToken();
  let reply: unknown;
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), REPLY_MS);
  try {
    const response = await fetch(`/api/${encodeURIComponent(action)}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
      body,
      signal: patience.signal,
    });
    reply = await response.json();
  } catch (cause) {
    throw new NoReply('no reply over HTTP', { cause });
  } finally {
    clearTimeout(timer);
  }
  if (!isWireReply(reply)) throw new NoReply('the answer is not a reply');
  return reply;
}

/** Sends one action. A missing or expired session is opened anew, once, before the denial counts. */
export const send: Send = async (action, input, requestId) => {
  const session = openSession();
  await session;
  const body = JSON.stringify({ input, requestId });
  const reply = await post(action, body);
  if (reply.ok || (reply.code !== 'sign_in_required' && reply.code !== 'session_expired')) return reply;
  await openSession(session);
  return post(action, body);
};
