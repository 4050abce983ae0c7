// Segments: some members by a rule that is data; all its conditions must hold. A segment is never kept as a list, it is always looked up.
import { refuse } from '#core/refusals';
import { longestStreakOn } from '#core/rules/campaign/audience';
import { calendarOf } from '#core/rules/community/calendar';
import { type Decision, done, refused } from '#core/rules/decision';
import { bearsTag } from '#core/rules/membership/tags';
import { isAtLeast, type TierCode, tierOf } from '#core/rules/membership/tier';
import { type CheckedText, replacementRefusal } from '#core/rules/policy/content';
import type { CommunityDocument, MemberDocument, SegmentDocument } from '#core/tables';
import { type Day, dayOf, daysBetween } from '#core/values/day';

/** One condition. */
export type Condition =
  | { readonly kind: 'tier_at_least' | 'tier_below'; readonly tier: TierCode }
  | { readonly kind: 'has_tag' | 'lacks_tag'; readonly tagId: string }
  | { readonly kind: AmountCondition; readonly amount: number };

/** The conditions over a number: days of a streak, since the last visit, since joining; points; coupons used in all. */
export type AmountCondition = (typeof amountConditions)[number];

/** In the order in which they are offered. */
export const amountConditions = [
  'streak_at_least',
  'seen_within',
  'unseen_for',
  'joined_within',
  'joined_before',
  'points_at_least',
  'redeemed_at_least',
  'redeemed_less_than',
] as const;

/** How many segments a community may have, and how many conditions each. */
export const SEGMENTS_MAX = 20;
export const CONDITIONS_MAX = 6;

function holds(condition: Condition, member: MemberDocument, community: CommunityDocument, today: Day): boolean {
  switch (condition.kind) {
    case 'tier_at_least':
      return isAtLeast(tierOf(member, today), condition.tier);
    case 'tier_below':
      return !isAtLeast(tierOf(member, today), condition.tier);
    case 'has_tag':
      return bearsTag(community, member, condition.tagId);
    case 'lacks_tag':
      return !bearsTag(community, member, condition.tagId);
    case 'streak_at_least':
      return longestStreakOn(member, today) >= condition.amount;
    case 'seen_within':
      return member.lastEnteredOn !== null && daysBetween(member.lastEnteredOn, today) < condition.amount;
    case 'unseen_for':
      return member.lastEnteredOn === null || daysBetween(member.lastEnteredOn, today) >= condition.amount;
    case 'joined_within':
      return joinedDays(member, community, today) < condition.amount;
    case 'joined_before':
      return joinedDays(member, community, today) >= condition.amount;
    case 'points_at_least':
      return member.points >= condition.amount;
    case 'redeemed_at_least':
      return redeemedOf(member) >= condition.amount;
    case 'redeemed_less_than':
      return redeemedOf(member) < condition.amount;
  }
}

/** How many coupons a member has used and not had undone. */
export function redeemedOf(member: MemberDocument): number {
  return Object.values(member.redemptions).reduce((sum, count) => sum + count, 0);
}

function joinedDays(member: MemberDocument, community: CommunityDocument, today: Day): number {
  return daysBetween(dayOf(member.joinedAt ?? 0, calendarOf(community)), today);
}

/** Whether all of some conditions hold of somebody on a day. */
export function meets(member: MemberDocument, conditions: readonly Condition[], community: CommunityDocument, today: Day): boolean {
  return conditions.every((condition) => holds(condition, member, community, today));
}

/** Whether a member is in a segment on a day; only members are. */
export function isInSegment(member: MemberDocument, conditions: readonly Condition[], community: CommunityDocument, today: Day): boolean {
  return member.joinedAt !== null && meets(member, conditions, community, today);
}

/** Saves a segment, new or old. Only the owner reads its name, but it passes the content check like every text that is kept. */
export function decideSaveSegment(
  community: CommunityDocument,
  before: SegmentDocument | null,
  wish: { readonly segmentId: string; readonly name: string; readonly conditions: readonly Condition[] },
  checked: readonly CheckedText[],
): Decision<{ segmentId: string }> {
  const refusal = replacementRefusal(checked, () => true);
  if (refusal !== null) return refused(refusal);
  const { segments = [] } = community;
  if (before === null && segments.length >= SEGMENTS_MAX) return refused(refuse('too_many_segments', { max: SEGMENTS_MAX }));
  const tagIds = new Set((community.tags ?? []).map(({ tagId }) => tagId));
  if (wish.conditions.some((condition) => 'tagId' in condition && !tagIds.has(condition.tagId))) {
    return refused(refuse('not_found', { what: 'tag' }));
  }
  return done({ segmentId: wish.segmentId }, [{ kind: 'segment_saved', ...wish }]);
}

/** Forgets a segment; nothing rests on it. */
export function decideRemoveSegment(before: SegmentDocument | null): Decision<Record<never, never>> {
  if (before === null) return refused(refuse('not_found', { what: 'segment' }));
  return done({}, [{ kind: 'segment_removed', segmentId: before.segmentId }]);
}
