// The one thing that waits for a member besides today's check-in: what would be lost first comes first.
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { standingOf } from '#app/features/community/offer-order';
import { SOON_DAYS } from '#app/features/coupon/soon';
import type { Ticket } from '#app/features/phone';

/** What waits: a coupon that ends soon, a report that is due, a question, or a friend to invite. */
export type OneThing =
  | { readonly kind: 'ticket'; readonly ticket: Ticket }
  | { readonly kind: 'report' | 'quiz' | 'poll' | 'invite'; readonly card: CampaignCard };

/** The coupon that ends first of those that end soon. */
function endingSoon(tickets: readonly Ticket[]): Ticket | undefined {
  const soon = tickets.filter((ticket) => ticket.state === 'usable' && ticket.daysLeft <= SOON_DAYS);
  return soon.reduce<Ticket | undefined>((first, one) => (first === undefined || one.daysLeft < first.daysLeft ? one : first), undefined);
}

function isReportDue({ mine: { entry } }: CampaignCard): boolean {
  return entry?.kind === 'trial' && entry.outcome === 'selected' && entry.used && entry.report === null;
}

/** What waits for a member who has checked in, or has nothing to check in to; null where nothing does. */
export function oneThing(cards: readonly CampaignCard[], tickets: readonly Ticket[]): OneThing | null {
  const ticket = endingSoon(tickets);
  if (ticket !== undefined) return { kind: 'ticket', ticket };
  const report = cards.find(isReportDue);
  if (report !== undefined) return { kind: 'report', card: report };
  for (const [kind, type] of [
    ['quiz', 'quiz'],
    ['poll', 'poll'],
    ['invite', 'invite_reward'],
  ] as const) {
    const card = cards.find((one) => one.type === type && standingOf(one) === 'open');
    if (card !== undefined) return { kind, card };
  }
  return null;
}
