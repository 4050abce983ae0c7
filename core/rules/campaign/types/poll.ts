// The poll: one question to everybody, never rewarded; what was chosen is shown to those who have chosen.
import { defineType } from '#core/rules/campaign/define-type';
import type { DraftProblem } from '#core/rules/campaign/parameters';
import { term } from '#core/rules/campaign/terms';
import { NO_WORTH } from '#core/rules/coupon/worth';
import { points } from '#core/values/points';

/** Poll 投票. No vote is ever rewarded, bought or drawn from: operation rules 5.24 and 5.27, hence no parameter that could. */
export const poll = defineType({
  code: 'poll',
  trigger: 'none',
  parameters: {
    question: { kind: 'text', min: 2, max: 60, default: '下周先上哪一款？', content: true },
    options: {
      kind: 'rows',
      content: true,
      columns: { option: { kind: 'text', min: 1, max: 30 } },
      lengthMin: 2,
      lengthMax: 6,
      default: [{ option: 'A 款' }, { option: 'B 款' }],
    },
    choicesMax: { kind: 'count', min: 1, max: 6, default: 1 },
    changeable: { kind: 'switch', default: 1, better: 'more' },
  },
  check(_draft, values) {
    const problems: DraftProblem[] = [];
    const options = values.options.map(({ option }) => option);
    const twice = options.findIndex((option, index) => options.indexOf(option) !== index);
    if (twice >= 0) problems.push({ path: `options.${twice}.option`, problem: 'repeated' });
    if (values.choicesMax > options.length) problems.push({ path: 'choicesMax', problem: 'too_large', limit: options.length });
    return problems;
  },
  reserve: () => ({ coupons: 0, points: points(0) }),
  dearestCoupon: () => NO_WORTH,
  terms: (values) => [
    term('poll_choices', { max: values.choicesMax }),
    values.changeable === 1 ? term('poll_changeable', {}) : term('poll_final', {}),
    term('poll_results', {}),
    term('no_reward', {}),
  ],
  describe: () => ({ isVote: true }),
  decide: () => ({ kind: 'give', grants: [], budgetGone: false }),
});
