// The words of redemption in English: showing a coupon, and why it is not redeemed.
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import type { MemberWords } from '#app/i18n/member-zh-cn';
import type { Words } from '#app/i18n/words';

export const redemptionEn: Pick<MemberWords, 'ticket'> = {
  ticket: {
    title: 'Show the code',
    show: 'Let the clerk scan, or read out the digits',
    refreshIn: (seconds) => `New code in ${seconds} s`,
    screenshot: 'A screenshot does not work: the code changes every minute.',
    at: (organiser) => `For use at ${organiser}`,
    redeemed: 'Redeemed',
    redeemedAt: (moment) => `Used ${moment}`,
    used: 'Your coupon has been used.',
    usedSaved: (off) => `Your coupon has been used and saved you ${off}.`,
    usedBy: (moment, clerk) => `Redeemed ${moment} by ${clerk}.`,
    notYet: (day) => `Usable from ${day}`,
    expired: 'Expired',
    codeLabel: 'The code for the clerk',
    digitsLabel: (digits) => `Digits ${digits}`,
    terms: 'Terms of this coupon',
  },
};

export const redemptionNoEn = {
  code_unknown: () => ({
    reason: 'This code is not known.',
    next: 'Have the customer open the coupon, then scan again or check the 10 digits.',
  }),
  code_expired: ({ seconds }) => ({
    reason: `This code is over: each holds for ${counted(seconds, 'second')}.`,
    next: 'Ask for the new code on the screen; a screenshot does not work.',
  }),
  scan_expired: ({ minutes }) => ({
    reason: `This scan is older than ${counted(minutes, 'minute')} and nothing was redeemed.`,
    next: 'Scan the customer’s code again; the amount is kept.',
  }),
  scan_too_old: ({ hours }) => ({
    reason: `Codes scanned without a network are settled within ${counted(hours, 'hour')}; this one is older.`,
    next: 'Have the customer show it again; if they have gone, tell the owner.',
  }),
  order_missing: () => ({ reason: 'This coupon needs the amount of the order.', next: 'Enter the amount, then redeem.' }),
  below_threshold: ({ thresholdFen, missingFen }) => ({
    reason: `For orders of ${f.money(thresholdFen)} or more; ${f.money(missingFen)} is missing.`,
    next: 'Change the amount once the order is large enough.',
  }),
  already_redeemed: ({ redeemedAt, clerk }) => ({
    reason: `This coupon was redeemed on ${f.moment(redeemedAt)} by ${clerk}.`,
    next: 'A coupon is used once. The owner can undo a mistake within 24 hours.',
  }),
  not_redeemed: () => ({
    reason: 'This coupon has not been redeemed; there is nothing to undo.',
    next: 'It can be used until the date on it.',
  }),
  undo_too_late: ({ hours }) => ({
    reason: `It was redeemed more than ${counted(hours, 'hour')} ago and cannot be undone.`,
    next: 'You can give this customer another coupon.',
  }),
} satisfies Partial<Words['no']>;
