// Which HTTP status each kind of reply travels with; the reply itself is the same on every wire.
import type { DenialCode, FailureCode } from '#core/refusals';
import type { AppReply } from '#server/app/create-app';

/** Statuses of replies: a refusal is an expected answer and travels as 200. */
export type ReplyStatus = 200 | 400 | 401 | 403 | 413 | 429 | 500 | 503;

const statuses: Readonly<Record<DenialCode | FailureCode, ReplyStatus>> = {
  unknown_action: 400,
  invalid_input: 400,
  request_id_required: 400,
  request_id_reused: 400,
  sign_in_required: 401,
  session_expired: 401,
  join_required: 403,
  join_waiting: 403,
  join_refused: 403,
  blocked: 403,
  clerk_only: 403,
  co_owner_only: 403,
  owner_only: 403,
  too_large: 413,
  slow_down: 429,
  internal: 500,
  try_again: 503,
};

/** The HTTP status of a reply. */
export function statusOf(reply: AppReply): ReplyStatus {
  return reply.ok || !Object.hasOwn(statuses, reply.code) ? 200 : statuses[reply.code as DenialCode | FailureCode];
}
