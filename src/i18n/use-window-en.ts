// How the form asks in English when a coupon can be used, for every type that gives coupons.
import type { ParameterWords } from '#app/i18n/words';

export const useWindowEn = {
  validity: { label: 'When it can be used', options: { fixed: 'On fixed days', from_claim: 'For some days from the claim' } },
  useFromOn: { label: 'Usable from' },
  useUntilOn: { label: 'Usable until', hint: 'To the end of that day; it may be later than the end of claiming.' },
  validDays: { label: 'Days from the claim', unit: 'days', hint: 'To the end of the last day.' },
  startsNextDay: { label: 'Begin with the day after the claim', hint: 'Without it the day of the claim is the first.' },
} as const satisfies Record<string, ParameterWords>;
