// The archive of promotions: what the journal says of rules, notices, recipients, redemptions and promises, without anybody's name.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { JournalDocument } from '#core/tables';
import type { Day } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** What an archive consists of (规范促销行为暂行规定: kept for two years). */
export const archiveRecords = ['rules', 'life', 'notice', 'recipient', 'redemption', 'promise', 'complaint', 'board'] as const;

/** One kind of record. */
export type ArchiveRecord = (typeof archiveRecords)[number];

/** One line; people are pseudonyms, and `data` holds no words of members. */
export interface ArchiveLine {
  readonly record: ArchiveRecord;
  readonly at: Instant;
  readonly on: Day;
  readonly campaignId: string | null;
  /** The version of the campaign's rules, where the record rests on one. */
  readonly version: number | null;
  /** Who did it: a pseudonym, or the system. */
  readonly actorId: string;
  /** Who received or was owed it. */
  readonly memberId: string | null;
  readonly reason: string | null;
  readonly data: Readonly<Record<string, unknown>>;
}

type Said = Pick<ArchiveLine, 'record'> & Partial<Pick<ArchiveLine, 'campaignId' | 'version' | 'memberId' | 'reason' | 'data'>>;

/** What an event says of a board and its prizes. */
function saidOfBoard(event: JournalEvent): Said | null {
  switch (event.kind) {
    case 'season_closed': {
      const { board, period, fromOn, untilOn, total, rows } = event;
      return { record: 'board', reason: 'closed', data: { board, period, fromOn, untilOn, total, rows } };
    }
    case 'prizes_settled': {
      const { period, fromOn, untilOn, total, rows } = event;
      return { record: 'board', reason: 'settled', data: { period, fromOn, untilOn, total, rows } };
    }
    case 'prize_paid':
      return { record: 'board', reason: event.outcome, data: { untilOn: event.untilOn } };
    default:
      return null;
  }
}

/** What an event says to the archive; null of what is no part of a promotion. */
function said(event: JournalEvent): Said | null {
  switch (event.kind) {
    case 'campaign_saved':
      return { record: 'rules', reason: 'draft', data: { draft: event.draft } };
    case 'campaign_published':
      return { record: 'rules', version: 1, reason: 'published', data: { coupons: event.coupons, points: event.points } };
    case 'campaign_improved': {
      const { version, draft, changes, coupons, points } = event;
      return { record: 'rules', version, reason: 'improved', data: { draft, changes, coupons, points } };
    }
    case 'campaign_discarded':
    case 'campaign_paused':
    case 'campaign_resumed':
    case 'stock_low':
      return { record: 'life', reason: event.kind };
    case 'campaign_ended':
      return { record: 'life', reason: event.kind, data: { pointsReleased: event.pointsReleased } };
    case 'campaign_posted':
      return { record: 'notice', reason: 'posted' };
    case 'points_granted':
      return { record: 'recipient', version: event.version, reason: event.reason, data: { points: event.points } };
    case 'coupon_issued':
      return { record: 'recipient', version: event.terms.version, reason: event.reason, data: { n: event.n, terms: event.terms } };
    case 'coupon_redeemed': {
      const { orderFen, offFen, payFen, clerkId, scannedAt } = event.redemption;
      const late = scannedAt === undefined ? {} : { scannedAt };
      return { record: 'redemption', reason: 'redeemed', data: { n: event.n, orderFen, offFen, payFen, clerkId, ...late } };
    }
    case 'redemption_undone':
      return { record: 'redemption', reason: 'undone', data: { n: event.n, why: event.reason } };
    case 'coupon_voided':
      return { record: 'recipient', reason: event.reason, data: { n: event.n, voided: true } };
    case 'promise_broken':
      return { record: 'promise', reason: event.reason, data: { about: event.about, promise: event.promise, owed: event.owed } };
    case 'promise_settled': {
      const { about, coupons, points, words } = event;
      return { record: 'promise', reason: 'settled', data: { about, coupons, points, words } };
    }
    case 'complaint_filed':
      return { record: 'complaint', reason: event.reason, data: { n: event.n, couponId: event.couponId } };
    case 'complaint_answered':
      return { record: 'complaint', reason: event.settled ? 'settled' : 'answered', data: { n: event.n, answer: event.text } };
    default:
      return saidOfBoard(event);
  }
}

/** The lines of one action, in the order of its events; none for what is no part of a promotion. */
export function archiveLines(journal: Pick<JournalDocument, 'memberId' | 'at' | 'on' | 'events'>): ArchiveLine[] {
  return journal.events.flatMap((event) => {
    const line = said(event);
    if (line === null) return [];
    const about = event as { readonly campaignId?: string; readonly memberId?: string };
    const { campaignId = null, memberId = null } = about;
    const { at, on, memberId: actorId } = journal;
    return [{ at, on, actorId, campaignId, memberId, version: null, reason: null, data: {}, ...line }];
  });
}
