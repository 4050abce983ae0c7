// Questions and answers: members ask, others help, and whoever asked says which answer did.
import { defineType } from '#core/rules/campaign/define-type';
import { term } from '#core/rules/campaign/terms';
import { NO_WORTH } from '#core/rules/coupon/worth';
import { points } from '#core/values/points';

/** Questions and answers 问答. An accepted answer counts as verified help for who gave it; it earns no points. */
export const question = defineType({
  code: 'question',
  trigger: 'none',
  memberTexts: true,
  parameters: {
    about: { kind: 'text', min: 2, max: 120, default: '有什么想问大家的？', content: true },
    questionsMax: { kind: 'count', min: 1, max: 5, default: 3, better: 'more' },
  },
  check: () => [],
  reserve: () => ({ coupons: 0, points: points(0) }),
  dearestCoupon: () => NO_WORTH,
  terms: (values) => [
    term('question_limit', { max: values.questionsMax }),
    term('question_accept', {}),
    term('texts_checked', {}),
    term('texts_own', {}),
    term('no_reward', {}),
  ],
  decide: () => ({ kind: 'give', grants: [], budgetGone: false }),
});
