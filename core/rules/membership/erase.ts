// Leaving for good: what a member asks to be erased goes, what the ledger needs stays under a pseudonym, and nothing is earned twice.
import { refuse } from '#core/refusals';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { isCheckedIn } from '#core/rules/checkin/record';
import { type Decision, done, refused } from '#core/rules/decision';
import { newMember } from '#core/rules/membership/member';
import type { CheckinRecord, CouponDocument, InviteDocument, MemberDocument, MemberEntry } from '#core/tables';
import { type Day, monthOf } from '#core/values/day';
import { communityOf } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { points } from '#core/values/points';

/** Erases a member; `thread` is the invite that brought them, where it is still open. Owners stay: somebody must stand behind the promises. */
export function decideErase(member: MemberDocument, thread: InviteDocument | null): Decision<Record<never, never>> {
  if (member.role === 'owner') return refused(refuse('owner_stays', {}));
  const events: JournalEvent[] = [];
  if (thread !== null && (thread.state === 'opened' || thread.state === 'joined')) {
    const { campaignId, inviterId, inviteeId } = thread;
    events.push({ kind: 'invite_settled', campaignId, inviterId, inviteeId, refusal: 'left' });
  }
  if (member.points > 0) events.push({ kind: 'points_forfeited', memberId: member.memberId, points: member.points });
  return done({}, [...events, { kind: 'member_erased' }]);
}

/**
 * What a plan has to remember of somebody who begins anew: the milestones and the graduation that it has paid, how far its rewards have
 * tapered, the month's cards that are used up, and that today is done. Cards that were earned are gone.
 */
function beginAnew(record: CheckinRecord, on: Day): CheckinRecord {
  const isDone = isCheckedIn(record, on);
  const days = isDone ? 1 : 0;
  return {
    ...record,
    streakDays: days,
    bestStreakDays: days,
    totalDays: days,
    months: isDone ? { [monthOf(on)]: 1 << (Number(on.slice(8)) - 1) } : {},
    madeUp: {},
    cards: 0,
  };
}

/** What a campaign has to remember of somebody's part in it: that there was one. */
function forgetEntry(entry: MemberEntry): MemberEntry {
  switch (entry.kind) {
    case 'quiz':
      return { ...entry, chosen: [], right: 0, points: points(0) };
    case 'poll':
      return { ...entry, chosen: [] };
    case 'notice':
      return entry;
    case 'topic':
      return { ...entry, state: 'none', refusal: null };
    case 'question':
      return entry;
    case 'trial': {
      // A report that was given stays given though its words are gone: whoever gave it owes none.
      const given = entry.report !== null && entry.report.state !== 'none';
      const report = entry.report === null ? null : { ...entry.report, stars: 0, state: given ? ('refused' as const) : ('none' as const) };
      return { ...entry, answer: 'none', report, readOn: null };
    }
  }
}

/**
 * The member's document after the erasing: a visitor who came from nowhere. Limits that were used up stay used up, and whoever has acted
 * once is no newcomer again: leaving and coming back earns nothing.
 */
export function erasedMember(member: MemberDocument, at: Instant, on: Day): MemberDocument {
  const { memberId, firstSeenAt, lastEnteredOn, claims, invites, redemptions, firstActionAt, welcome, returned, sequence } = member;
  const records = Object.entries(member.checkins);
  return {
    ...newMember(communityOf(member.id), memberId, { kind: 'direct' }, firstSeenAt),
    lastEnteredOn,
    checkins: Object.fromEntries(records.map(([campaignId, record]) => [campaignId, beginAnew(record, on)])),
    claims,
    invites,
    entries: Object.fromEntries(Object.entries(member.entries).map(([campaignId, entry]) => [campaignId, forgetEntry(entry)])),
    redemptions,
    firstActionAt,
    ...(member.complaints === undefined ? {} : { complaints: member.complaints }),
    ...(member.appeals === undefined ? {} : { appeals: member.appeals }),
    ...(member.watch === undefined ? {} : { watch: member.watch }),
    ...(member.block === undefined ? {} : { block: { ...member.block, text: '', joinedAt: null } }),
    ...(welcome === undefined ? {} : { welcome }),
    ...(returned === undefined ? {} : { returned }),
    erasedAt: at,
    sequence,
  };
}

/** Whether an unused coupon is nobody's any more: it was taken back, or given before its holder had everything erased. */
export function isVoid(coupon: CouponDocument, holder: Pick<MemberDocument, 'erasedAt'>): boolean {
  if (coupon.voided !== undefined) return true;
  return holder.erasedAt !== undefined && coupon.redemption === null && coupon.claimedAt <= holder.erasedAt;
}
