// What a coupon is worth and what it wants of an order, as a ticket and a sentence show it.
import type { CampaignCard, PicturedCard } from '#app/features/campaign/campaign-parts';
import { benefitLabel, type SaidBenefit } from '#app/i18n/say-benefit';
import type { Words } from '#app/i18n/words';
import type { TicketWorth } from '#app/ui/ticket.tsx';
import { type BenefitValues, benefitOf, thresholdOf } from '#core/rules/coupon/benefit-parameters';
import { tierOfPrice } from '#core/rules/coupon/tier-price';
import type { UseWindowValues } from '#core/rules/coupon/use-window';
import type { TierCode } from '#core/rules/membership/tier-code';

/** Between two things that are said of one coupon. */
const DOT = ' · ';

/** A coupon's worth with its condition. */
export interface SaidWorth {
  readonly benefit: SaidBenefit;
  readonly thresholdFen: number;
  /** Whose price it is, where a tier has one of its own. */
  readonly tier?: TierCode | null;
}

/** 满 ¥30 可用, or that any order will do. */
function orderText(words: Words, thresholdFen: number): string {
  return thresholdFen === 0 ? words.member.shared.anyOrder : words.member.shared.condition(words.formats.money(thresholdFen));
}

/** What the coupons of a campaign are worth, read from its parameters; of a group price one piece at the price of whoever looks. */
export function worthOfCard(card: Pick<PicturedCard, 'type' | 'parameters' | 'mine'>): SaidWorth {
  const priceFen = card.mine.priceFen ?? 0;
  const own = card.type === 'group_price' ? { benefit: card.type, priceFen } : {};
  const values: BenefitValues = { ...card.parameters, ...own };
  const tier = card.type === 'group_price' ? tierOfPrice(card.parameters, priceFen) : null;
  return { benefit: benefitOf(values), thresholdFen: thresholdOf(values), tier };
}

/** What stands largest on a ticket; of a group price what one costs. */
export function stubOf(words: Words, { benefit }: Pick<SaidWorth, 'benefit'>): TicketWorth {
  switch (benefit.kind) {
    case 'amount_off':
      return { fen: benefit.amountOffFen };
    case 'group_price':
      return { fen: benefit.priceFen };
    case 'percent_off':
      return { text: benefitLabel(words.benefits, benefit) };
    default:
      return { text: words.benefits.stub[benefit.kind] };
  }
}

/** What stands under it, a line each: what an order must come to, and what there is to know of the benefit. */
export function conditionLines(words: Words, { benefit, thresholdFen, tier = null }: SaidWorth): readonly string[] {
  const { cap, tierPrice, reference, referenceEach, pieces, inAll } = words.benefits;
  switch (benefit.kind) {
    case 'amount_off':
      return [orderText(words, thresholdFen)];
    case 'percent_off':
      return [orderText(words, thresholdFen), cap(benefit.capFen)];
    case 'group_price':
      // A price of one stands beside a price of one, whatever all of them come to.
      return benefit.quantity === 1
        ? [...(tier === null ? [] : [tierPrice(words.tiers[tier])]), pieces(benefit.item, 1), reference(benefit.referenceFen)]
        : [pieces(benefit.item, benefit.quantity), inAll(benefit.priceFen * benefit.quantity), referenceEach(benefit.referenceFen)];
    default:
      return [benefit.item, ...(thresholdFen === 0 ? [] : [orderText(words, thresholdFen)])];
  }
}

/** The same in one line. */
export function conditionText(words: Words, worth: SaidWorth): string {
  return conditionLines(words, worth).join(DOT);
}

/** How many of a campaign somebody has of how many: claimed, or reserved. */
export function heldOfText({ member }: Words, { type, mine }: Pick<CampaignCard, 'type' | 'mine'>): string {
  const say = type === 'group_price' ? member.wall.reserved : member.wall.claimed;
  return say(mine.claimed, mine.claimedMax);
}

/** When the coupons of a campaign can be used: between two days, or so many days from the claim. */
export function usableText(words: Words, card: Pick<CampaignCard, 'parameters'>): string {
  const { validity, useFromOn, useUntilOn, validDays, startsNextDay } = card.parameters as Partial<UseWindowValues>;
  if (validity !== 'from_claim') return words.formats.span(useFromOn ?? '', useUntilOn ?? '');
  return words.benefits.daysFromClaim(words.formats.days(validDays ?? 0), startsNextDay === 1);
}

/** The whole worth in one line: ¥5 · 满 ¥30 可用. */
export function worthText(words: Words, worth: SaidWorth): string {
  const { benefit } = worth;
  const isThing = benefit.kind === 'gift' || benefit.kind === 'service';
  const label = isThing ? words.benefits.stub[benefit.kind] : benefitLabel(words.benefits, benefit);
  return `${label}${DOT}${conditionText(words, worth)}`;
}
