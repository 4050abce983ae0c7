// The rule about records: whoever gives rewards keeps what was promised, given and used for two years.
import { defineRule, promotionRules } from '#core/rules/policy/define-rule';

export const recordRules = [
  defineRule({
    id: 'LOG-01',
    severity: 'info',
    basis: [promotionRules('19')],
    check: ({ rewardForms }) => (rewardForms.length > 0 ? [{ path: 'campaign' }] : []),
  }),
];
