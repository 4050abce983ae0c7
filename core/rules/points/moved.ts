// What one event does to a member's points, and for which reason: the lines of a statement and the rewards of a story.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { PointsReason } from '#core/rules/campaign/define-type';

/** Why points moved. */
export type MovedReason = PointsReason | 'expired' | 'reversed' | 'exchange' | 'exchange_returned';

/** Points that moved: signed; `campaignId` is empty where no campaign moved them; `note` of a grant that was taken back. */
export interface Moved {
  readonly points: number;
  readonly reason: MovedReason;
  readonly campaignId: string;
  readonly note: { readonly reason: string; readonly shortPoints: number } | null;
}

/** What one event did to a member's points; null where it did nothing. */
export function movedBy(event: JournalEvent, memberId: string): Moved | null {
  if (!('memberId' in event) || event.memberId !== memberId) return null;
  switch (event.kind) {
    case 'points_granted':
      return { points: event.points, reason: event.reason, campaignId: event.campaignId, note: null };
    case 'points_expired':
      return { points: -event.points, reason: 'expired', campaignId: '', note: null };
    case 'points_reversed':
      return { points: -event.points, reason: 'reversed', campaignId: '', note: { reason: event.reason, shortPoints: event.shortPoints } };
    case 'points_spent':
      return { points: -event.points, reason: 'exchange', campaignId: event.campaignId, note: null };
    case 'points_returned':
      return { points: event.points, reason: 'exchange_returned', campaignId: event.campaignId, note: null };
    default:
      return null;
  }
}
