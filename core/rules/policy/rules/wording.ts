// The rules about wording: no claims that nobody can keep, and nothing that looks like the platform.
import { defineRule, operationRules, reviewRejections } from '#core/rules/policy/define-rule';

export const wordingRules = [
  defineRule({ id: 'WORD-01', severity: 'block', basis: [{ source: 'advertising_law', numbers: ['9'] }] }),
  defineRule({ id: 'WORD-02', severity: 'block', basis: [operationRules('5.14'), reviewRejections('3.6.4')] }),
];
