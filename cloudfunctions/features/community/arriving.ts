// What every newcomer leaves beside the journal: which account is which member.
import type { Workspace } from '#core/rules/audit/workspace';
import { type Id, makeId } from '#core/values/ids';
import type { ChangeContext } from '#server/app/request-context';

/** Keeps the link between the account and the pseudonym: out of the journal, so that it can be removed. */
export function keepIdentity(workspace: Workspace, context: ChangeContext): void {
  const { caller, communityId, now, place } = context;
  const { personKey, memberId } = caller;
  const from = place === null ? {} : { place, placedAt: now };
  workspace.put('identity', { id: makeId(communityId, 'identity', memberId), memberId, personKey, joinedAt: now, ...from });
}

/** What changes with every new member. */
export function arriving(_input: unknown, { communityId, caller }: ChangeContext): readonly Id[] {
  return [makeId(communityId, 'identity', caller.memberId), makeId(communityId, 'tally')];
}
