// The only list of the operation rules that a campaign is held to.
import type { PolicyRule } from '#core/rules/policy/define-rule';
import { policyRuleIds } from '#core/rules/policy/rule-ids';
import { chanceRules } from '#core/rules/policy/rules/chance';
import { distributionRules } from '#core/rules/policy/rules/distribution';
import { goodsRules } from '#core/rules/policy/rules/goods';
import { peopleRules } from '#core/rules/policy/rules/people';
import { priceRules } from '#core/rules/policy/rules/prices';
import { recordRules } from '#core/rules/policy/rules/records';
import { sharingRules } from '#core/rules/policy/rules/sharing';
import { taskRules } from '#core/rules/policy/rules/tasks';
import { termsRules } from '#core/rules/policy/rules/terms';
import { wordingRules } from '#core/rules/policy/rules/wording';

const families = [
  ...sharingRules,
  ...distributionRules,
  ...chanceRules,
  ...termsRules,
  ...priceRules,
  ...wordingRules,
  ...taskRules,
  ...peopleRules,
  ...goodsRules,
  ...recordRules,
];

/** Every rule, in the order of the table. */
export const policyRules: readonly PolicyRule[] = [...families].sort(
  (one, other) => policyRuleIds.indexOf(one.id) - policyRuleIds.indexOf(other.id),
);
