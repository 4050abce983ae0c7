// Holds replies to the contract: values to their schema, refusals to the action's own list, denials and failures to theirs.
import { isDeepStrictEqual } from 'node:util';
import * as v from 'valibot';
import { type ActionName, contract } from '#core/contract';
import { type DenialCode, type FailureCode, type RefusalCode, refusalCodes } from '#core/refusals';
import type { AppReply } from '#server/app/create-app';

const denials = {
  unknown_action: 0,
  sign_in_required: 0,
  session_expired: 0,
  join_required: 0,
  join_waiting: 0,
  join_refused: 0,
  blocked: 0,
  clerk_only: 0,
  co_owner_only: 0,
  owner_only: 0,
  invalid_input: 0,
  too_large: 0,
  slow_down: 0,
  request_id_required: 0,
  request_id_reused: 0,
} satisfies Record<DenialCode, 0>;
const failures = { try_again: 0, internal: 0 } satisfies Record<FailureCode, 0>;

/** All denial codes. */
export const denialCodes = Object.keys(denials) as readonly DenialCode[];

/** @throws Error when a reply is not one that the action has declared. */
export function checkReply(action: unknown, reply: AppReply): void {
  if (typeof action !== 'string' || !Object.hasOwn(contract, action)) {
    if (reply.ok || reply.code === 'unknown_action' || Object.hasOwn(failures, reply.code)) return;
    throw new Error(`an unknown action was answered with ${reply.code}`);
  }
  const declaration = contract[action as ActionName];
  if (reply.ok) {
    // As it travels: what is undefined does not exist.
    const value: unknown = JSON.parse(JSON.stringify(reply.value));
    const parsed = v.safeParse(declaration.output as v.GenericSchema, value);
    if (!parsed.success) {
      const problems = parsed.issues.map((issue) => `${v.getDotPath(issue)}: ${issue.message}`);
      throw new Error(`${action} answers what its schema does not know: ${problems.join('; ')}`);
    }
    if (!isDeepStrictEqual(parsed.output, value)) throw new Error(`${action} answers more than its schema says: ${JSON.stringify(value)}`);
    return;
  }
  if (Object.hasOwn(denials, reply.code) || Object.hasOwn(failures, reply.code)) return;
  if (!(refusalCodes as readonly string[]).includes(reply.code)) throw new Error(`${action} answers an unknown code ${reply.code}`);
  if (!(declaration.refusals as readonly RefusalCode[]).includes(reply.code as RefusalCode)) {
    throw new Error(`${action} has not declared that it may refuse with ${reply.code}`);
  }
}
