// The rule against many levels: one invite, one friend, and nothing of what that friend does later.
import { defineRule, operationRules } from '#core/rules/policy/define-rule';

export const distributionRules = [
  defineRule({
    id: 'DIST-01',
    severity: 'block',
    basis: [operationRules('5.9'), { source: 'pyramid_selling_ban', numbers: ['7'] }],
    check: ({ invite }) =>
      invite !== null && (invite.depth > 1 || invite.commissionPercent > 0 || invite.entryFeeFen > 0) ? [{ path: 'campaign' }] : [],
  }),
];
