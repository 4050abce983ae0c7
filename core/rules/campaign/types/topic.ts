// The topic: the owner asks something, and every member may say one thing about it.
import { defineType } from '#core/rules/campaign/define-type';
import { term } from '#core/rules/campaign/terms';
import { NO_WORTH } from '#core/rules/coupon/worth';
import { points } from '#core/values/points';

/** Topic 话题. Nothing is given for words: they would be written for the reward. */
export const topic = defineType({
  code: 'topic',
  trigger: 'none',
  memberTexts: true,
  parameters: { prompt: { kind: 'text', min: 2, max: 120, default: '最近有什么开心的小事？', content: true } },
  check: () => [],
  reserve: () => ({ coupons: 0, points: points(0) }),
  dearestCoupon: () => NO_WORTH,
  terms: () => [term('topic_one', {}), term('texts_checked', {}), term('texts_own', {}), term('no_reward', {})],
  decide: () => ({ kind: 'give', grants: [], budgetGone: false }),
});
