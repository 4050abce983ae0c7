// The trial: members apply to try something for nothing, are chosen by first come or by a stated criterion, and say how it was.
import type { Condition } from '#core/rules/campaign/condition';
import { type CommonFacts, defineType, refuseUnmet } from '#core/rules/campaign/define-type';
import { someLeft } from '#core/rules/campaign/own-conditions';
import type { DraftProblem } from '#core/rules/campaign/parameters';
import { term } from '#core/rules/campaign/terms';
import { worthOf } from '#core/rules/coupon/worth';
import { addDays } from '#core/values/day';
import { fen } from '#core/values/fen';
import { points } from '#core/values/points';

/** What applicants may be ranked by, as of the last day on which they could apply. */
export const criteria = ['streak', 'active_days', 'influence'] as const;

/** The stored code of a criterion. */
export type Criterion = (typeof criteria)[number];

/** A place is left: for an applicant who comes first, and again when a voucher is issued. */
function conditionsOf(values: { readonly places: number }, { left }: CommonFacts): readonly Condition[] {
  return [someLeft(values.places, left.coupons)];
}

/**
 * Trial 试用. Chance never chooses (operation rules 6.1.5): whoever comes first, or a criterion that stands in the terms. The campaign's days
 * are those of applying. Nothing is given for a report: a review that was paid for is none (互联网广告管理办法 and 反不正当竞争法, article 8).
 */
export const trial = defineType({
  code: 'trial',
  trigger: 'select',
  memberTexts: true,
  // Those who have applied wait for the last day; and it is the day as of which they are ranked.
  fixedDays: ['startsOn', 'endsOn'],
  parameters: {
    item: { kind: 'text', min: 1, max: 16, default: '' },
    places: { kind: 'count', min: 1, max: 200, default: 10, better: 'more' },
    question: { kind: 'text', min: 4, max: 40, default: '你为什么想试一试？', content: true },
    selection: { kind: 'choice', options: ['first_come', 'criteria'], default: 'first_come' },
    by: { kind: 'choice', options: criteria, default: 'streak', when: { parameter: 'selection', is: ['criteria'] } },
    useUntilOn: { kind: 'day', default: 'ends_on', better: 'later' },
    reportUntilOn: { kind: 'day', default: 'ends_on', better: 'later' },
  },
  check(draft, values) {
    const problems: DraftProblem[] = [];
    // Who is chosen by a criterion has the voucher on the day after the last: there must be a day to use it on.
    const first = values.selection === 'criteria' ? addDays(draft.endsOn, 1) : draft.endsOn;
    if (values.useUntilOn < first) problems.push({ path: 'useUntilOn', problem: 'too_small', limit: first });
    if (values.reportUntilOn < values.useUntilOn) {
      problems.push({ path: 'reportUntilOn', problem: 'not_in_order', limit: values.useUntilOn });
    }
    return problems;
  },
  reserve: (values) => ({ coupons: values.places, points: points(0) }),
  dearestCoupon: (values) => worthOf({ benefit: { kind: 'gift', item: values.item } }),
  terms: (values, facts) => [
    term('trial_what', { item: values.item, places: values.places }),
    term('trial_apply', {}),
    values.selection === 'criteria' ? term('trial_criteria', { by: values.by }) : term('trial_first_come', {}),
    term('coupon_use_until', { useUntilOn: values.useUntilOn }),
    term('coupon_where', { organiser: facts.organiser }),
    term('coupon_frozen', {}),
    term('trial_report', { reportUntilOn: values.reportUntilOn }),
    term('trial_owed', {}),
    term('trial_unpaid', {}),
    term('texts_checked', {}),
    term('texts_own', {}),
    term('not_cash', {}),
  ],
  conditions: conditionsOf,
  decide(values, facts) {
    const unmet = refuseUnmet(conditionsOf(values, facts));
    if (unmet !== null) return unmet;
    const { title, startsOn, groupId } = facts.draft;
    const benefit = { kind: 'gift', item: values.item } as const;
    const terms = {
      title,
      benefit,
      thresholdFen: fen(0),
      useFromOn: startsOn,
      useUntilOn: values.useUntilOn,
      groupId,
      version: facts.version,
    };
    return { kind: 'give', budgetGone: false, grants: [{ kind: 'coupon', to: 'self', reason: 'trial', terms }] };
  },
});
