// What a review means for a member now: kept off the boards of invites, friends who come now bring nothing, or only something to be told.
import type { MemberDocument } from '#core/tables';
import type { Day } from '#core/values/day';

/**
 * A member's part of a review, in their own document. Check-ins are everybody's own and may bring a prize: their boards know no exclusion.
 */
export interface Watch {
  /** Others do not see the member on the boards of invites. The timer puts them back when `untilOn` is over. */
  readonly offBoards: boolean;
  /** Friends who open an invite from now on bring the inviter nothing; whoever opened one before is paid for. */
  readonly invitesStopped: boolean;
  /** The last day on which any of it holds, and on which the member is told of it. */
  readonly untilOn: Day;
}

/** Whether a member has something to be told about a review. */
export function isWatched({ watch }: Pick<MemberDocument, 'watch'>, today: Day): boolean {
  return watch !== undefined && today <= watch.untilOn;
}

/** Whether friends who come today bring a member nothing. It ends with its day, whenever the timer comes. */
export function stopsInvites(member: Pick<MemberDocument, 'watch'>, today: Day): boolean {
  return member.watch?.invitesStopped === true && isWatched(member, today);
}

/** Whether a member is kept off the board on which they have a score of this name, such as `invite.week`. */
export function isKeptOff({ watch }: Pick<MemberDocument, 'watch'>, scoreName: string): boolean {
  return watch?.offBoards === true && scoreName.startsWith('invite.');
}
