// The quiz: one to five questions with one right answer each, answered once; knowing may earn points, and nothing is left to chance.
import { defineType, type Grant } from '#core/rules/campaign/define-type';
import type { DraftProblem } from '#core/rules/campaign/parameters';
import { term } from '#core/rules/campaign/terms';
import { NO_WORTH } from '#core/rules/coupon/worth';
import { points } from '#core/values/points';

/** One question as its owner wrote it; `right` is the option, from 1, and stays with the owner until the member has answered. */
export interface QuizQuestion {
  readonly question: string;
  readonly optionA: string;
  readonly optionB: string;
  readonly optionC: string;
  readonly optionD: string;
  readonly right: number;
}

const optionNames = ['optionA', 'optionB', 'optionC', 'optionD'] as const;

/** The options of a question, in their order; a question has two at the least. */
export function optionsOf(question: Pick<QuizQuestion, (typeof optionNames)[number]>): readonly string[] {
  return optionNames.map((name) => question[name]).filter((option) => option !== '');
}

/** How many answers are right. */
export function countRight(questions: readonly QuizQuestion[], chosen: readonly number[]): number {
  return questions.filter(({ right }, index) => right === chosen[index]).length;
}

const option = (min: 0 | 1) => ({ kind: 'text', min, max: 30 }) as const;

/**
 * Quiz 答题. The same right answers earn the same points whoever gives them, at once, from a budget that publishing sets aside: a reward
 * for knowing. Operation rules 6.1.5 forbid prizes for guessing and draws, hence no place, no speed and no chance in it.
 */
export const quiz = defineType({
  code: 'quiz',
  trigger: 'answer',
  parameters: {
    questions: {
      kind: 'rows',
      content: true,
      columns: {
        question: { kind: 'text', min: 2, max: 60 },
        optionA: option(1),
        optionB: option(1),
        optionC: option(0),
        optionD: option(0),
        right: { kind: 'count', min: 1, max: 4, secret: true },
      },
      lengthMin: 1,
      lengthMax: 5,
      default: [{ question: '一年里哪一天白天最长？', optionA: '夏至', optionB: '冬至', optionC: '', optionD: '', right: 1 }],
    },
    rewarded: { kind: 'switch', default: 1 },
    pointsPerRight: { kind: 'points', min: 1, max: 100, default: 2, when: { parameter: 'rewarded', is: [1] } },
    pointsBudget: { kind: 'points', min: 1, max: 100_000_000, default: 2_000, better: 'more', when: { parameter: 'rewarded', is: [1] } },
  },
  check(_draft, values) {
    const problems: DraftProblem[] = [];
    for (const [index, question] of values.questions.entries()) {
      if (question.optionC === '' && question.optionD !== '') {
        problems.push({ path: `questions.${index}.optionC`, problem: 'missing' });
      } else if (question.right > optionsOf(question).length) {
        problems.push({ path: `questions.${index}.right`, problem: 'too_large', limit: optionsOf(question).length });
      }
    }
    const whole = values.pointsPerRight * values.questions.length;
    if (values.rewarded === 1 && values.pointsBudget < whole) problems.push({ path: 'pointsBudget', problem: 'too_small', limit: whole });
    return problems;
  },
  reserve: (values) => ({ coupons: 0, points: points(values.rewarded === 1 ? values.pointsBudget : 0) }),
  dearestCoupon: () => NO_WORTH,
  terms: (values) => [
    term('quiz_once', { questions: values.questions.length }),
    ...(values.rewarded === 1
      ? [
          term('quiz_points', { points: values.pointsPerRight }),
          term('points_budget', { points: values.pointsBudget }),
          term('quiz_budget_gone', {}),
        ]
      : [term('no_reward', {})]),
  ],
  decide(values, facts) {
    if (values.rewarded !== 1) return { kind: 'give', grants: [], budgetGone: false };
    const right = countRight(values.questions, facts.chosen);
    const paid = Math.min(right, Math.floor(facts.left.points / values.pointsPerRight));
    const grants: Grant[] =
      paid === 0 ? [] : [{ kind: 'points', to: 'self', points: points(paid * values.pointsPerRight), reason: 'quiz' }];
    return { kind: 'give', grants, budgetGone: paid < right };
  },
});
