// Reads of an invite campaign's card: who is given what, and what more comes at which number of friends.
import { type CampaignCard, textOf } from '#app/features/campaign/campaign-parts';

/** Who is given a coupon for each friend. */
export function sidesOf(card: Pick<CampaignCard, 'parameters'>): 'both' | 'friend' | 'inviter' {
  const sides = textOf(card, 'sides');
  return sides === 'friend' || sides === 'inviter' ? sides : 'both';
}

/** The coupons more that an inviter is given, in the order of their friends. */
export function stepsOf(card: CampaignCard): readonly { readonly friends: number; readonly amountOffFen: number }[] {
  const value = card.parameters.steps;
  return Array.isArray(value) ? (value as { friends: number; amountOffFen: number }[]) : [];
}
