// Taking a grant of points back: by the owner, with a reason, once; and never more than the member still has.
import { refuse } from '#core/refusals';
import type { GrantKey } from '#core/rules/audit/journal-event';
import { type Decision, done, refused } from '#core/rules/decision';
import { sumOfLots, takeFrom } from '#core/rules/points/lots';
import type { JournalDocument, MemberDocument } from '#core/tables';
import { points } from '#core/values/points';

/** A grant's name as it is kept with the member. */
export function grantName({ actorId, requestId, index }: GrantKey): string {
  return `${actorId}/${requestId}/${index}`;
}

/** Whether a grant has been taken back. */
export function isReversed({ reversals }: Pick<MemberDocument, 'reversals'>, grant: GrantKey): boolean {
  return reversals.includes(grantName(grant));
}

/**
 * Takes a grant back. What has been spent of the member's points stays spent and is recorded as short: nobody is brought below nothing,
 * and nobody owes points. What is taken is what would hold longest, so that what was earned before is touched last.
 */
export function decideReverse(facts: {
  readonly member: MemberDocument | null;
  readonly journal: JournalDocument | null;
  readonly grant: GrantKey;
  readonly reason: string;
}): Decision<{ points: number; shortPoints: number }> {
  const { member, journal, grant, reason } = facts;
  const event = journal?.events[grant.index];
  const isTheirs = member !== null && event?.kind === 'points_granted' && event.memberId === member.memberId;
  // What was earned before somebody had everything erased is nobody's any more.
  const isErased = member?.erasedAt !== undefined && (journal?.at ?? 0) <= member.erasedAt;
  if (!isTheirs || isErased) return refused(refuse('not_found', { what: 'grant' }));
  if (isReversed(member, grant)) return refused(refuse('already_reversed', {}));
  const { taken } = takeFrom([...member.lots].reverse(), event.points, () => true);
  const gone = sumOfLots(taken);
  const shortPoints = points(event.points - gone);
  return done({ points: gone, shortPoints }, [
    { kind: 'points_reversed', memberId: member.memberId, points: gone, lots: taken, grant, shortPoints, reason },
  ]);
}
