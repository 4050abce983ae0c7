// The member's words in English: the same as in Chinese, and no more.
import { auditEn } from '#app/i18n/audit-en';
import { blockEn } from '#app/i18n/block-en';
import { campaignEn } from '#app/i18n/campaign-en';
import { checkinEn } from '#app/i18n/checkin-en';
import { communityEn } from '#app/i18n/community-en';
import { couponEn } from '#app/i18n/coupon-en';
import { dailyEn } from '#app/i18n/daily-en';
import { counted } from '#app/i18n/formats-en';
import { inviteEn } from '#app/i18n/invite-en';
import { joiningEn } from '#app/i18n/joining-en';
import { leaderboardEn } from '#app/i18n/leaderboard-en';
import type { MemberWords } from '#app/i18n/member-zh-cn';
import { membershipEn } from '#app/i18n/membership-en';
import { pointsEn } from '#app/i18n/points-en';
import { privacyEn } from '#app/i18n/privacy-en';
import { promiseEn } from '#app/i18n/promise-en';
import { redemptionEn } from '#app/i18n/redemption-en';
import { reminderEn } from '#app/i18n/reminder-en';
import { myReviewEn } from '#app/i18n/risk-en';
import { tierEn } from '#app/i18n/tier-en';

export const memberEn: MemberWords = {
  ...campaignEn,
  ...checkinEn,
  ...communityEn,
  ...couponEn,
  ...inviteEn,
  ...leaderboardEn,
  ...membershipEn,
  ...pointsEn,
  ...redemptionEn,
  promise: promiseEn,
  review: myReviewEn,
  block: blockEn,
  joining: joiningEn,
  daily: dailyEn,
  shared: {
    loading: 'Opening',
    joint: ' ',
    retry: 'Try again',
    back: 'Back',
    closeSheet: 'Close',
    pull: { further: 'Pull to refresh', letGo: 'Let go to refresh', asking: 'Refreshing' },
    close: 'OK',
    more: 'Show more',
    earlier: 'Show those before',
    offlineSince: (clock) => `No network. This is from ${clock}`,
    offline: 'No network',
    brokenLink: {
      reason: 'This link is broken: there is nothing behind it.',
      next: 'Tap it once more where you found it, or look from the home page.',
    },
    pageMissing: 'This page could not be loaded; perhaps there is no network.',
    someone: (tag) => `Member ${tag}`,
    me: 'me',
    points: (points) => counted(points, 'point'),
    condition: (threshold) => `on ${threshold} or more`,
    anyOrder: 'on any order',
    groupOnly: (label) => `Only for “${label}”`,
    until: (day) => `Use by the end of ${day}`,
    between: (from, until) => `Use from ${from} to ${until}`,
  },
  tabs: { home: 'Home', wall: 'Offers', board: 'Board', me: 'Me' },
  tier: tierEn,
  reminder: reminderEn,
  privacy: privacyEn,
  audit: auditEn,
};
