// What stands on the share card of a trial: what is tried, how people are chosen, and how many.
import type { PicturedCard } from '#app/features/campaign/campaign-parts';
import type { CardPicture } from '#app/features/campaign/card-picture';
import type { Words } from '#app/i18n/words';

/** The part of a share card that is the type's own. */
export function trialCardOf(
  { owner, formats }: Words,
  { parameters }: PicturedCard,
  group: string,
): Pick<CardPicture, 'kind' | 'gives' | 'condition' | 'note' | 'marks'> {
  const says = owner.card.trial;
  return {
    kind: 'seal',
    gives: says.gives(String(parameters.item ?? '')),
    condition: parameters.selection === 'criteria' ? says.criteria : says.firstCome,
    note: group === '' ? says.places(formats.count(Number(parameters.places ?? 0))) : group,
    marks: [says.mark],
  };
}
