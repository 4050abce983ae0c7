// The share card's picture of a welcome gift and of an exchange: what it gives, and for what.
import type { CardPicture } from '#app/features/campaign/card-picture';
import { prizeSteps } from '#app/features/campaign/prize-steps';
import type { Words } from '#app/i18n/words';
import type { ValueOf } from '#core/contract';

import { placesOf } from '#core/rules/leaderboard/prizes';

type Card = ValueOf<'campaign.preview'>['card'];

/** The words of the picture that these types share. */
export function giftPicture(words: Words, card: Card): Pick<CardPicture, 'kind' | 'gives' | 'condition' | 'marks'> {
  const { formats, gifts } = words;
  const numberOf = (name: string) => (typeof card.parameters[name] === 'number' ? card.parameters[name] : 0);
  if (card.type === 'points_exchange') {
    const item = card.parameters.item;
    return {
      kind: 'seal',
      gives: typeof item === 'string' ? item : '',
      condition: gifts.exchange.price(formats.count(numberOf('pricePoints'))),
      marks: [words.owner.card.checkin.mark],
    };
  }
  if (card.type === 'season_prize') {
    const steps = prizeSteps(card.parameters.ranks);
    return {
      kind: 'seal',
      gives: words.season.worth(formats.count(steps[0]?.points ?? 0)),
      condition: words.season.top(placesOf(steps)),
      marks: [words.owner.card.checkin.mark],
    };
  }
  return {
    kind: 'seal',
    gives: gifts.welcome.worth(numberOf('points')),
    condition: gifts.welcome.steps.acted,
    marks: [words.owner.card.checkin.mark],
  };
}
