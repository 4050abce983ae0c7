// What the journal says of one member: each event that concerns them, as the fact that counts; nothing of anybody else.
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { TierCode } from '#core/rules/membership/tier-code';
import { entriesOf } from '#core/rules/points/ledger';
import type { JournalDocument } from '#core/tables';
import type { Day } from '#core/values/day';
import type { Instant } from '#core/values/instant';

/** One fact of a member's history. Points are signed; a coupon is named by its campaign and number. */
export type MemberFact =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'marked'; readonly campaignId: string; readonly on: Day; readonly own: boolean; readonly restWeekdays: number }
  | {
      readonly kind: 'coupon';
      readonly campaignId: string;
      readonly n: number;
      readonly became: 'issued' | 'redeemed' | 'undone' | 'voided';
    }
  | { readonly kind: 'tier'; readonly tier: TierCode }
  | { readonly kind: 'erased' };

/** One action that concerns a member, whoever did it. */
export interface MemberLine {
  readonly at: Instant;
  readonly on: Day;
  readonly action: string;
  readonly facts: readonly MemberFact[];
}

const became = { coupon_issued: 'issued', coupon_redeemed: 'redeemed', redemption_undone: 'undone', coupon_voided: 'voided' } as const;

function factOf(event: JournalEvent, actorId: string, memberId: string): MemberFact[] {
  switch (event.kind) {
    case 'checked_in':
    case 'made_up': {
      if (actorId !== memberId) return [];
      const { campaignId, on, restWeekdays = 0 } = event;
      return [{ kind: 'marked', campaignId, on, own: event.kind === 'checked_in', restWeekdays }];
    }
    case 'coupon_issued':
    case 'coupon_redeemed':
    case 'redemption_undone':
    case 'coupon_voided':
      if (event.memberId !== memberId) return [];
      return [{ kind: 'coupon', campaignId: event.campaignId, n: event.n, became: became[event.kind] }];
    case 'tier_changed':
      return event.memberId === memberId ? [{ kind: 'tier', tier: event.tier }] : [];
    case 'member_erased':
      return actorId === memberId ? [{ kind: 'erased' }] : [];
    default:
      return [];
  }
}

/** The facts of one journal document about a member, in the order of its events; none where it does not concern them. */
export function memberFacts(journal: JournalDocument, memberId: string): readonly MemberFact[] {
  return journal.events.flatMap((event) => {
    const moved = entriesOf(event)
      .filter(({ account }) => account === `member:${memberId}`)
      .map(({ points }): MemberFact => ({ kind: 'points', points }));
    return [...factOf(event, journal.memberId, memberId), ...moved];
  });
}

/** Whom a journal document concerns: its actor, and everybody whom one of its events or entries names. */
export function concernedBy(journal: JournalDocument): ReadonlySet<string> {
  const named = journal.events.flatMap((event) => ('memberId' in event ? [event.memberId] : []));
  const moved = journal.entries.flatMap(({ account }) => (account.startsWith('member:') ? [account.slice('member:'.length)] : []));
  return new Set([journal.memberId, ...named, ...moved]);
}
