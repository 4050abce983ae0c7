// The owner's and the clerk's words in English: the same as in Chinese, and no more.
import { commonEn } from '#app/i18n/common-en';
import { analyticsEn } from '#app/i18n/owner/analytics-en';
import { audienceEn, tagsEn } from '#app/i18n/owner/audience-en';
import { blockEn } from '#app/i18n/owner/block-en';
import { campaignEn } from '#app/i18n/owner/campaign-en';
import { communityEn } from '#app/i18n/owner/community-en';
import { doorEn } from '#app/i18n/owner/door-en';
import { editorEn } from '#app/i18n/owner/editor-en';
import { forecastEn } from '#app/i18n/owner/forecast-en';
import { inviteReviewEn } from '#app/i18n/owner/invite-en';
import { moderationEn } from '#app/i18n/owner/moderation-en';
import { peopleEn } from '#app/i18n/owner/people-en';
import { pointsEn } from '#app/i18n/owner/points-en';
import { promiseEn } from '#app/i18n/owner/promise-en';
import { redemptionEn } from '#app/i18n/owner/redemption-en';
import { resultsEn } from '#app/i18n/owner/results-en';
import { reviewsEn } from '#app/i18n/owner/risk-en';
import { segmentsEn } from '#app/i18n/owner/segments-en';
import type { OwnerWords } from '#app/i18n/owner-zh-cn';

export const ownerEn: OwnerWords = {
  ...commonEn,
  ...analyticsEn,
  ...campaignEn,
  ...communityEn,
  ...editorEn,
  ...redemptionEn,
  promises: promiseEn,
  forecast: forecastEn,
  audience: audienceEn,
  tags: tagsEn,
  segments: segmentsEn,
  people: peopleEn,
  results: resultsEn,
  points: pointsEn,
  moderation: moderationEn,
  inviteReview: inviteReviewEn,
  reviews: reviewsEn,
  block: blockEn,
  door: doorEn,
};
