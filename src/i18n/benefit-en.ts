// What a coupon is worth, in English: as a label, as a sentence of the terms, and as the form asks for it.
import { formatsEn as f } from '#app/i18n/formats-en';
import type { ParameterWords, Words } from '#app/i18n/words';

function forOrder(threshold: string | null): string {
  return threshold === null ? 'an order of any amount' : `an order of ${threshold} or more`;
}

export const benefitsEn: Words['benefits'] = {
  label: {
    amount_off: (amountOffFen) => f.money(amountOffFen),
    percent_off: (percentOff) => `${percentOff}% off`,
    gift: (item) => item,
    service: (item) => item,
    group_price: (item, priceFen) => `${item} ${f.money(priceFen)}`,
  },
  sentence: {
    amount_off: (amountOffFen, threshold) => `${f.money(amountOffFen)} off ${forOrder(threshold)}`,
    percent_off: (percentOff, capFen, threshold) =>
      `${percentOff}% off ${forOrder(threshold)}, at most ${f.money(capFen)}; a part of a fen counts as a whole one for you`,
    gift: (item, threshold) =>
      threshold === null ? `“${item}” for this coupon, no order needed` : `“${item}” with ${forOrder(threshold)}`,
    service: (item) => `“${item}” once for this coupon, with nothing to pay`,
    group_price: (item, priceFen, referenceFen, quantity) =>
      `“${item}” at ${f.money(priceFen)} each, reference price ${f.money(referenceFen)} each${quantity === 1 ? '' : `; ${f.count(quantity)} of them for ${f.money(priceFen * quantity)}`}`,
  },
  stub: { gift: 'Gift', service: 'Service' },
  cap: (capFen) => `at most ${f.money(capFen)}`,
  tierPrice: (tier) => `${tier} price`,
  reference: (referenceFen) => `reference ${f.money(referenceFen)}`,
  referenceEach: (referenceFen) => `reference ${f.money(referenceFen)} each`,
  inAll: (payFen) => `${f.money(payFen)} in all`,
  pieces: (item, quantity) => `${item} × ${f.count(quantity)}`,
  daysFromClaim: (days, startsNextDay) => `for ${days} from ${startsNextDay ? 'the day after the claim' : 'the claim'}`,
  handOver: { gift: (item) => `Hand over: ${item}`, service: (item) => `Do for the customer: ${item}` },
};

/** The parameters of every type that gives coupons, in the order of their declarations. */
export const benefitParametersEn = {
  benefit: {
    label: 'What it gives',
    options: {
      amount_off: 'An amount off',
      percent_off: 'A share off',
      gift: 'A gift',
      service: 'A service',
      group_price: 'A group price',
    },
  },
  amountOffFen: { label: 'Amount off', unit: 'yuan' },
  percentOff: { label: 'Share off', unit: '%', hint: '20 takes a fifth off the order.' },
  capFen: { label: 'At most', unit: 'yuan', hint: 'However large the order, no more than this comes off.' },
  item: { label: 'What it is', hint: 'Name it with its size, such as: a cup of soy milk.' },
  referenceFen: { label: 'Reference price', unit: 'yuan', hint: 'A price that was really paid within the last seven days.' },
  priceFen: { label: 'Group price', unit: 'yuan' },
  evidence: {
    label: 'What the reference price rests on',
    hint: 'The day and place where it was charged, and the lowest price paid within seven days with its day.',
  },
  thresholdFen: { label: 'For orders of', unit: 'yuan', hint: 'With 0 it takes an order of any amount.', zero: 'any amount' },
} as const satisfies Record<string, ParameterWords>;
