// The notice: a letter of the owner's; it is read, and that is all.
import { defineType } from '#core/rules/campaign/define-type';
import { term } from '#core/rules/campaign/terms';
import { NO_WORTH } from '#core/rules/coupon/worth';
import { points } from '#core/values/points';

/** Notice 公告. Reading gives nothing, and nobody has to. */
export const notice = defineType({
  code: 'notice',
  trigger: 'none',
  parameters: {
    paragraphs: {
      kind: 'rows',
      content: true,
      // A letter may be put right; its readers are told that there is a newer version.
      better: 'any',
      columns: { text: { kind: 'text', min: 1, max: 200 } },
      lengthMin: 1,
      lengthMax: 6,
      default: [{ text: '大家好：' }],
    },
  },
  check: () => [],
  reserve: () => ({ coupons: 0, points: points(0) }),
  dearestCoupon: () => NO_WORTH,
  terms: () => [term('notice_read', {}), term('no_reward', {})],
  decide: () => ({ kind: 'give', grants: [], budgetGone: false }),
});
