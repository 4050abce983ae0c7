// The share card's picture of a welcome gift and of an exchange: what it gives, and for what.

import type { PicturedCard } from '#app/features/campaign/campaign-parts';
import type { CardPicture } from '#app/features/campaign/card-picture';
import { prizeOfRow, prizeSteps } from '#app/features/campaign/prize-steps';
import { stubOf, worthOfCard, worthText } from '#app/features/coupon/coupon-text';
import { prizeLabel } from '#app/i18n/say-prize';
import type { Words } from '#app/i18n/words';
import { placesOf } from '#core/rules/leaderboard/prizes';

/** Whether what a welcome or an exchange gives is a coupon. */
function givesCoupon({ parameters }: Pick<PicturedCard, 'parameters'>): boolean {
  return parameters.gives === 'coupon';
}

/** What a welcome gift is, in one line. */
export function welcomeWorth(words: Words, card: PicturedCard): string {
  const says = words.gifts.welcome;
  if (givesCoupon(card)) return says.worthCoupon(worthText(words, worthOfCard(card)));
  return says.worth(typeof card.parameters.points === 'number' ? card.parameters.points : 0);
}

/** What points are exchanged for: the thing by its name, or the coupon by its worth. */
export function exchangeItem(words: Words, card: PicturedCard): string {
  if (givesCoupon(card)) return worthText(words, worthOfCard(card));
  return typeof card.parameters.item === 'string' ? card.parameters.item : '';
}

/** A coupon's worth as short as a ticket's stub says it: the paper of a card has no room for its condition. */
function couponLabel(words: Words, card: PicturedCard): string {
  const stub = stubOf(words, worthOfCard(card));
  return 'fen' in stub ? words.formats.money(stub.fen) : stub.text;
}

/** The words of the picture that these types share. */
export function giftPicture(words: Words, card: PicturedCard): Pick<CardPicture, 'kind' | 'gives' | 'condition' | 'marks'> {
  const { formats, gifts } = words;
  const numberOf = (name: string) => (typeof card.parameters[name] === 'number' ? card.parameters[name] : 0);
  if (card.type === 'points_exchange') {
    return {
      kind: 'seal',
      gives: givesCoupon(card) ? couponLabel(words, card) : exchangeItem(words, card),
      condition: formats.points(numberOf('pricePoints')),
      marks: [words.owner.card.checkin.mark],
    };
  }
  if (card.type === 'season_prize') {
    const steps = prizeSteps(card.parameters.ranks);
    const first = steps[0] === undefined ? { points: 0, coupon: null } : prizeOfRow(steps[0]);
    return {
      kind: 'seal',
      gives: words.season.worth(prizeLabel(words, first)),
      condition: words.season.top(placesOf(steps)),
      marks: [words.owner.card.checkin.mark],
    };
  }
  return {
    kind: 'seal',
    gives: givesCoupon(card) ? couponLabel(words, card) : formats.points(numberOf('points')),
    condition: gifts.welcome.steps.acted,
    marks: [words.owner.card.checkin.mark],
  };
}
