// The points ledger: which movements follow from what happened. Append-only, and balanced event by event.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import { type Entry, move } from '#core/values/points';

/** The balanced entries of one event; most events move no points. */
export function entriesOf(event: JournalEvent): Entry[] {
  switch (event.kind) {
    case 'campaign_published':
    case 'campaign_improved':
    case 'promise_settled':
      return move('owner', `campaign:${event.campaignId}`, event.points);
    case 'campaign_ended':
      return move(`campaign:${event.campaignId}`, 'owner', event.pointsReleased);
    case 'prizes_released':
      return move(`campaign:${event.campaignId}`, 'owner', event.points);
    case 'points_granted':
      return move(`campaign:${event.campaignId}`, `member:${event.memberId}`, event.points);
    case 'points_spent':
      return move(`member:${event.memberId}`, `campaign:${event.campaignId}`, event.points);
    case 'points_settled':
      return move(`campaign:${event.campaignId}`, 'owner', event.points);
    case 'points_returned':
      return move(`campaign:${event.campaignId}`, `member:${event.memberId}`, event.points);
    case 'points_expired':
    case 'points_reversed':
    case 'points_forfeited':
      return move(`member:${event.memberId}`, 'owner', event.points);
    default:
      return [];
  }
}

const MEMBER_ACCOUNT = 'member:';

/** The one member whose points move; null where nobody's do. @throws Error when several members' do: a statement is an index over journals. */
export function ledgerOf(entries: readonly Entry[], action: string): string | null {
  const accounts = new Set(entries.map(({ account }) => account).filter((account) => account.startsWith(MEMBER_ACCOUNT)));
  if (accounts.size > 1) throw new Error(`${action} moves the points of several members`);
  const [account] = accounts;
  return account === undefined ? null : account.slice(MEMBER_ACCOUNT.length);
}
