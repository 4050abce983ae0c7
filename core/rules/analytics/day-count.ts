// A finished day in numbers: counted once when it is over, and kept.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { EventContext } from '#core/rules/audit/project';
import type { Workspace } from '#core/rules/audit/workspace';
import { type Decision, done } from '#core/rules/decision';
import type { CampaignCounts, DailyDocument } from '#core/tables';
import { addDays, type Day } from '#core/values/day';
import { makeId } from '#core/values/ids';

/** What is counted of a day: people once each, and coupons that were redeemed. */
export type DayCounts = Pick<DailyDocument, 'entered' | 'joined' | 'checkedIn' | 'claimed' | 'redeemed'>;

/** The days that are over and have not been counted yet, oldest first, `max` at most. */
export function daysToCount(createdOn: Day, lastCountedOn: Day | null, finishedOn: Day, max: number): Day[] {
  const days: Day[] = [];
  let on = lastCountedOn === null ? createdOn : addDays(lastCountedOn, 1);
  while (on <= finishedOn && days.length < max) {
    days.push(on);
    on = addDays(on, 1);
  }
  return days;
}

/**
 * Keeps a day's counts. `membersAtEnd` is how many there were when it ended; when the timer comes too late to know, it is those of the day
 * before and whoever joined. So days are counted in order: one whose day before is missing waits.
 */
export function decideDayCount(
  on: Day,
  counts: DayCounts & { readonly campaigns?: Readonly<Record<string, CampaignCounts>> },
  facts: { readonly before: DailyDocument | null; readonly createdOn: Day; readonly membersAtEnd: number | null },
): Decision<{ readonly members: number }> {
  const { before, createdOn, membersAtEnd } = facts;
  if (before === null && on !== createdOn) return done({ members: 0 }, []);
  const members = membersAtEnd ?? (before?.members ?? 0) + counts.joined;
  return done({ members }, [{ kind: 'day_counted', on, members, ...counts }]);
}

/** Keeps the counts of a day. */
export function projectDayCount(workspace: Workspace, event: Extract<JournalEvent, { kind: 'day_counted' }>, context: EventContext): void {
  const { kind: _kind, ...counted } = event;
  workspace.put('daily', { id: makeId(workspace.communityId, 'daily', event.on), ...counted, countedAt: context.at });
}
