// Every “no” in English: each feature has its own beside its words; here are those of no feature.
import { blockNoEn } from '#app/i18n/block-en';
import { campaignNoEn } from '#app/i18n/campaign-en';
import { checkinNoEn } from '#app/i18n/checkin-en';
import { communityNoEn } from '#app/i18n/community-en';
import { contentNoEn } from '#app/i18n/content-en';
import { couponNoEn } from '#app/i18n/coupon-en';
import { counted } from '#app/i18n/formats-en';
import { giftNoEn } from '#app/i18n/gifts-en';
import { inviteNoEn } from '#app/i18n/invite-en';
import { joiningNoEn } from '#app/i18n/joining-en';
import { membershipNoEn } from '#app/i18n/membership-en';
import { moderationNoEn } from '#app/i18n/moderation-en';
import { pointsNoEn } from '#app/i18n/points-en';
import { promiseNoEn } from '#app/i18n/promise-en';
import { redemptionNoEn } from '#app/i18n/redemption-en';
import { reminderNoEn } from '#app/i18n/reminder-en';
import { riskNoEn } from '#app/i18n/risk-en';
import { seasonNoEn } from '#app/i18n/season-en';
import { trialNoEn } from '#app/i18n/trial-en';
import type { Words } from '#app/i18n/words';

const missing = {
  community: 'This community',
  campaign: 'This campaign',
  coupon: 'This coupon',
  member: 'This member',
  invite: 'This invite',
  promise: 'This promise',
  season: 'This season of the board',
  complaint: 'This complaint',
  tag: 'This tag',
  entry: 'This text',
  grant: 'This grant of points',
  segment: 'This segment',
  order: 'This order',
  review: 'This review',
} as const;

export const noEn: Words['no'] = {
  not_found: ({ what }) => ({
    reason: `${missing[what]} was not found: it is gone, or not open to you.`,
    next: 'Go back, or open the card in the group once more.',
  }),
  ...campaignNoEn,
  ...checkinNoEn,
  ...communityNoEn,
  ...contentNoEn,
  ...couponNoEn,
  ...inviteNoEn,
  ...membershipNoEn,
  ...moderationNoEn,
  ...pointsNoEn,
  ...promiseNoEn,
  ...redemptionNoEn,
  ...reminderNoEn,
  ...riskNoEn,
  ...blockNoEn,
  ...joiningNoEn,
  ...trialNoEn,
  ...giftNoEn,
  ...seasonNoEn,
  unknown_action: () => ({ reason: 'This version is too old for this step.', next: 'Close the app and open it again.' }),
  sign_in_required: () => ({ reason: 'You are not signed in.', next: 'Open the app again; it signs you in by itself.' }),
  session_expired: () => ({ reason: 'Your sign-in has run out.', next: 'Open the app again; it signs you in by itself.' }),
  join_required: () => ({ reason: 'This is for members, and you have not joined.', next: 'Join the community; there is no form.' }),
  clerk_only: () => ({
    reason: 'This page is for clerks, co-owners and the owner.',
    next: 'Ask the owner to appoint you in the list of members.',
  }),
  co_owner_only: () => ({ reason: 'This page is for the owner and co-owners.', next: 'See what is running on the home page.' }),
  owner_only: () => ({ reason: 'This page is for the owner alone.', next: 'Tell the owner what should change.' }),
  invalid_input: () => ({ reason: 'Something is not filled in rightly; nothing was saved.', next: 'Mend what is marked and try again.' }),
  too_large: () => ({ reason: 'This is too long and was not sent.', next: 'Make it shorter and try again.' }),
  slow_down: ({ seconds }) => ({ reason: 'That was too fast.', next: `Try again in ${counted(seconds, 'second')}.` }),
  request_id_required: () => ({ reason: 'This step was not sent completely.', next: 'Tap once more.' }),
  request_id_reused: () => ({
    reason: 'This step differs from the one before and was not done again.',
    next: 'Refresh to see the outcome before you repeat it.',
  }),
  try_again: ({ reference }) => ({
    reason: `It did not work this time. Reference ${reference}`,
    next: 'What you typed is kept. Try again; nothing is done twice.',
  }),
  internal: ({ reference }) => ({
    reason: `Something is wrong on our side. Reference ${reference}`,
    next: 'Tell us the reference. What you typed is kept.',
  }),
  offline: () => ({
    reason: 'No network, and no answer came.',
    next: 'Try again with a network. What you typed is kept, and nothing is done twice.',
  }),
};
