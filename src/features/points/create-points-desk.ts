// The owner's side of points on the phone: how long they hold, a member's statement, and taking a line of it back.
import type { Caller, No } from '#app/features/call';
import { createDeed, type Deed } from '#app/features/deed';
import { createPaged, type Paged } from '#app/features/paged';
import { createResource, type Resource } from '#app/features/resource';
import type { InputOf, ValueOf } from '#core/contract';

type Statement = ValueOf<'points.memberStatement'>;

/** One line of a member's statement. */
export type MemberLine = Statement['lines'][number];
/** Whose statement it is, and what their points come to. */
export type MemberAccount = Pick<Statement, 'person' | 'balance' | 'active' | 'pending'>;

/** The stores of the owner's side. */
export interface PointsDesk {
  readonly policy: Resource<ValueOf<'points.policy'>>;
  readonly setPolicy: Deed<InputOf<'points.setPolicy'>, 'points.setPolicy'>;
  readonly reverse: Deed<InputOf<'points.reverse'>, 'points.reverse'>;
  /** The statement of one member, the newest line first. */
  statementOf(communityId: string, memberId: string): Paged<MemberLine, MemberAccount>;
}

/** Makes them; `here` says which community's. */
export function createPointsDesk(caller: Caller, newId: () => string, here: () => { readonly communityId: string }): PointsDesk {
  return {
    policy: createResource(async () => (await caller.view('points.policy', here())) as { ok: true; value: ValueOf<'points.policy'> } | No),
    setPolicy: createDeed((input, requestId) => caller.change('points.setPolicy', input, requestId), newId),
    reverse: createDeed((input, requestId) => caller.change('points.reverse', input, requestId), newId),
    statementOf: (communityId, memberId) =>
      createPaged<MemberLine, MemberAccount>(async (cursor) => {
        const reply = await caller.view('points.memberStatement', { communityId, memberId, ...(cursor === undefined ? {} : { cursor }) });
        return reply.ok ? { ok: true, items: reply.value.lines, cursor: reply.value.cursor, head: reply.value } : (reply as No);
      }),
  };
}
