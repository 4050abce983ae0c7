// The rules about people: what is asked of them, what of theirs is shown, and what is looked at before it is.
import { defineRule, operationRules } from '#core/rules/policy/define-rule';

export const peopleRules = [
  defineRule({
    id: 'PRIV-01',
    severity: 'block',
    basis: [operationRules('15.1', '15.2.1')],
    check: ({ collects, showsNames }) => (collects.length > 0 || showsNames ? [{ path: 'campaign' }] : []),
  }),
  defineRule({
    id: 'UGC-01',
    severity: 'block',
    basis: [operationRules('5.18')],
    check: ({ unchecked }) => unchecked.map((path) => ({ path })),
  }),
];
