// What travels between phone and server, the same on both platforms.

/** A reply as it arrives; the server's own types say which codes an action may answer. */
export type WireReply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly data: unknown };

/** Sends one action and waits for its reply. */
export type Send = (action: string, input: unknown, requestId: string | undefined) => Promise<WireReply>;

/** Thrown by a transport when no reply came: the action may have been done or not, the same requestId finds out. */
export class NoReply extends Error {
  override readonly name = 'NoReply';
}

/** Whether something that arrived is a reply at all and not, say, the page of a proxy. */
export function isWireReply(value: unknown): value is WireReply {
  if (typeof value !== 'object' || value === null) return false;
  const reply = value as { ok?: unknown; code?: unknown };
  return reply.ok === true || (reply.ok === false && typeof reply.code === 'string');
}
