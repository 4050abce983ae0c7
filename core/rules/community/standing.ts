// Standing in a group: how long a proof of membership counts, for each thing that is only for the group.
import { type Refusal, refuse } from '#core/refusals';
import type { CommunityDocument, MemberDocument } from '#core/tables';
import { DAY_MS, type Instant, MINUTE_MS } from '#core/values/instant';

/**
 * A proof shows membership at one moment; WeChat offers no way to ask again later. So each use has its own age:
 * claiming wants a fresh proof (the person came from the group just now), the counter and the daily check-in a recent one,
 * because at a counter the app is opened from anywhere.
 */
export const standingMs = { claim: 30 * MINUTE_MS, counter: 30 * DAY_MS, checkIn: 30 * DAY_MS } as const;

/** Whether a member's last proof for a group is young enough for a use. */
export function standsInGroup(member: MemberDocument | null, groupId: string, use: keyof typeof standingMs, at: Instant): boolean {
  const verifiedAt = member?.groups[groupId];
  return verifiedAt !== undefined && at - verifiedAt <= standingMs[use];
}

/** The refusal for somebody who does not stand in a group; null when they do, or when no group is asked for. */
export function groupRefusal(
  community: CommunityDocument,
  member: MemberDocument | null,
  groupId: string | null,
  use: keyof typeof standingMs,
  at: Instant,
): Refusal<'not_in_group'> | null {
  if (groupId === null || standsInGroup(member, groupId, use, at)) return null;
  const seenAt = member?.groups[groupId];
  return refuse('not_in_group', { label: groupLabel(community, groupId) ?? '', ...(seenAt === undefined ? {} : { seenAt }) });
}

/** The owner's own name for a bound group; null when it is not bound. */
export function groupLabel(community: Pick<CommunityDocument, 'groups'>, groupId: string | null): string | null {
  return community.groups.find((group) => group.groupId === groupId)?.label ?? null;
}
