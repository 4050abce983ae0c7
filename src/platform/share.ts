// How a card leaves the phone.
export { canSendCards, sendCard } from '#app/platform/share.h5';

/** What became of a card that was handed over. WeChat never tells, so nothing is ever counted by it. */
export type Sent = 'posted' | 'copied' | 'dismissed' | 'impossible';
