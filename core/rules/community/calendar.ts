// The calendar by which a community counts its days.
import type { CommunityDocument } from '#core/tables';
import type { Calendar } from '#core/values/day';

/** A community's calendar. */
export function calendarOf(community: CommunityDocument): Calendar {
  return { zone: community.zone, dayStartsMinutes: community.dayStartsMinutes };
}
