// Counts of real coupon campaigns, made by `npm run priors -- --data DIR --write`. Source: The Complete Journey, 84.51°, R package completejourney 1.1.1 (CC0).
import type { CountedCampaign } from '#core/rules/forecast/conversion-fit';

/** Each campaign in counts only: no household, no product, no date. */
export const realCampaigns: readonly CountedCampaign[] = [
  { id: '1', kind: 'B', days: 38, receivers: 13, redeemers: 1, redemptions: 1, firstDaySum: 29 },
  { id: '3', kind: 'C', days: 57, receivers: 12, redeemers: 2, redemptions: 2, firstDaySum: 17 },
  { id: '5', kind: 'B', days: 35, receivers: 166, redeemers: 8, redemptions: 13, firstDaySum: 149 },
  { id: '7', kind: 'B', days: 35, receivers: 198, redeemers: 5, redemptions: 7, firstDaySum: 104 },
  { id: '9', kind: 'B', days: 33, receivers: 176, redeemers: 20, redemptions: 43, firstDaySum: 289 },
  { id: '11', kind: 'B', days: 47, receivers: 214, redeemers: 6, redemptions: 8, firstDaySum: 81 },
  { id: '13', kind: 'A', days: 48, receivers: 1077, redeemers: 196, redemptions: 629, firstDaySum: 2801 },
  { id: '15', kind: 'C', days: 162, receivers: 17, redeemers: 2, redemptions: 2, firstDaySum: 36 },
  { id: '17', kind: 'B', days: 33, receivers: 202, redeemers: 18, redemptions: 45, firstDaySum: 271 },
  { id: '19', kind: 'B', days: 33, receivers: 130, redeemers: 15, redemptions: 29, firstDaySum: 182 },
  { id: '21', kind: 'B', days: 33, receivers: 65, redeemers: 2, redemptions: 3, firstDaySum: 32 },
  { id: '23', kind: 'B', days: 39, receivers: 183, redeemers: 3, redemptions: 8, firstDaySum: 4 },
  { id: '25', kind: 'B', days: 62, receivers: 17, redeemers: 1, redemptions: 1, firstDaySum: 53 },
  { id: '27', kind: 'A', days: 47, receivers: 361, redeemers: 36, redemptions: 64, firstDaySum: 627 },
];
