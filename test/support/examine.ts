// The phone's own examination of an account, on a person of the town.
import { createAudit } from '#app/features/audit/create-audit';
import { createCaller } from '#app/features/call';
import type { ActionName } from '#core/contract';
import type { Resident } from './town';

/** Examines the caller's own account, or as an owner that of a member, and gives what the phone then knows of it. */
export async function examine(person: Resident, who: { communityId: string; memberId?: string }) {
  const send = (action: string, input: unknown, requestId?: string) => person.call(action as ActionName, input as never, requestId);
  const audit = createAudit(createCaller({ send: send as never, wait: () => Promise.resolve() }), who);
  await audit.run();
  return audit.store.getState();
}
