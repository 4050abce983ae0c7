// What operation rules find in a campaign.
import * as v from 'valibot';
import { policyRuleIds as ruleIds } from '#core/rules/policy/rule-ids';

const policyRuleId = v.picklist(ruleIds);

/** Rules of which an owner confirms the warnings. */
export const policyRuleIds = v.pipe(v.array(policyRuleId), v.maxLength(ruleIds.length));

/** What an operation rule has found in a campaign; `about` is the word, or the code of what is missing. */
export const finding = v.object({
  rule: policyRuleId,
  severity: v.picklist(['block', 'warn', 'info']),
  path: v.string(),
  about: v.nullable(v.string()),
});
