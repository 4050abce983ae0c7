// An invite as it travels: to the one who sent it, and to the owner.
import type { ValueOf } from '#core/contract';
import type { InviteDocument } from '#core/tables';
import type { Person } from '#server/app/request-context';

/** Makes it; `coupons` is how many of its coupons the reader is told of. */
export function inviteOnWire(invite: InviteDocument, friend: Person, coupons: number): ValueOf<'invite.list'>['invites'][number] {
  const { campaignId, state, reason, openedAt, joinedAt, settledAt, reversal } = invite;
  return {
    friend,
    campaignId,
    state,
    reason,
    openedAt,
    joinedAt,
    settledAt,
    coupons,
    reversal: reversal === undefined ? null : { ...reversal },
  };
}
