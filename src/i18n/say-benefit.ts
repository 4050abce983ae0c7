// From what a coupon is worth to words: as a label, and as a sentence with its condition.
import type { Words } from '#app/i18n/words';
import type { ValueOf } from '#core/contract';

/** A benefit as it travels. */
export type SaidBenefit = ValueOf<'coupon.wallet'>['tickets'][number]['benefit'];

/** What it is worth, before the word coupon: ¥5, 8 折, a cup of soy milk. */
export function benefitLabel({ label }: Pick<Words['benefits'], 'label'>, benefit: SaidBenefit): string {
  switch (benefit.kind) {
    case 'amount_off':
      return label.amount_off(benefit.amountOffFen);
    case 'percent_off':
      return label.percent_off(benefit.percentOff);
    case 'group_price':
      return label.group_price(benefit.item, benefit.priceFen);
    default:
      return label[benefit.kind](benefit.item);
  }
}

/** What it gives, whole, without a full stop; `threshold` is the smallest order in words, null for any. */
export function benefitSentence({ sentence }: Pick<Words['benefits'], 'sentence'>, benefit: SaidBenefit, threshold: string | null): string {
  switch (benefit.kind) {
    case 'amount_off':
      return sentence.amount_off(benefit.amountOffFen, threshold);
    case 'percent_off':
      return sentence.percent_off(benefit.percentOff, benefit.capFen, threshold);
    case 'gift':
      return sentence.gift(benefit.item, threshold);
    case 'service':
      return sentence.service(benefit.item);
    case 'group_price':
      return sentence.group_price(benefit.item, benefit.priceFen, benefit.referenceFen, benefit.quantity);
  }
}
