// The owner's and the clerk's words in Chinese; their shape is the one that every other language follows.
import { commonZhCn } from '#app/i18n/common-zh-cn';
import { analyticsZhCn } from '#app/i18n/owner/analytics-zh-cn';
import { audienceZhCn, tagsZhCn } from '#app/i18n/owner/audience-zh-cn';
import { blockZhCn } from '#app/i18n/owner/block-zh-cn';
import { campaignZhCn } from '#app/i18n/owner/campaign-zh-cn';
import { communityZhCn } from '#app/i18n/owner/community-zh-cn';
import { doorZhCn } from '#app/i18n/owner/door-zh-cn';
import { editorZhCn } from '#app/i18n/owner/editor-zh-cn';
import { forecastZhCn } from '#app/i18n/owner/forecast-zh-cn';
import { inviteReviewZhCn } from '#app/i18n/owner/invite-zh-cn';
import { moderationZhCn } from '#app/i18n/owner/moderation-zh-cn';
import { peopleZhCn } from '#app/i18n/owner/people-zh-cn';
import { pointsZhCn } from '#app/i18n/owner/points-zh-cn';
import { promiseZhCn } from '#app/i18n/owner/promise-zh-cn';
import { redemptionZhCn } from '#app/i18n/owner/redemption-zh-cn';
import { resultsZhCn } from '#app/i18n/owner/results-zh-cn';
import { reviewsZhCn } from '#app/i18n/owner/risk-zh-cn';
import { segmentsZhCn } from '#app/i18n/owner/segments-zh-cn';

export const ownerZhCn = {
  ...commonZhCn,
  ...analyticsZhCn,
  ...campaignZhCn,
  ...communityZhCn,
  ...editorZhCn,
  ...redemptionZhCn,
  promises: promiseZhCn,
  forecast: forecastZhCn,
  audience: audienceZhCn,
  tags: tagsZhCn,
  segments: segmentsZhCn,
  people: peopleZhCn,
  results: resultsZhCn,
  points: pointsZhCn,
  moderation: moderationZhCn,
  inviteReview: inviteReviewZhCn,
  reviews: reviewsZhCn,
  block: blockZhCn,
  door: doorZhCn,
};

/** The shape of the owner's words. */
export type OwnerWords = typeof ownerZhCn;
