// The policy check itself: every rule over one campaign, and what its findings mean for publishing.
import { type Refusal, refuse } from '#core/refusals';
import type { CampaignFacts } from '#core/rules/policy/campaign-facts';
import type { Finding, PolicyRuleId, Severity } from '#core/rules/policy/rule-ids';
import { policyRules } from '#core/rules/policy/rules/index';

/** What all rules find in a campaign, in the order of the table. */
export function judge(facts: CampaignFacts): readonly Finding[] {
  return policyRules.flatMap((rule) => rule.check(facts));
}

function rulesOf(findings: readonly Finding[], severity: Severity): PolicyRuleId[] {
  return [...new Set(findings.filter((finding) => finding.severity === severity).map(({ rule }) => rule))];
}

/** Why a campaign may not be published: a rule blocks it, or an owner has not confirmed a warning. Null lets it through. */
export function policyRefusal(
  findings: readonly Finding[],
  confirmed: readonly PolicyRuleId[],
): Refusal<'policy_blocked' | 'policy_unconfirmed'> | null {
  const blocked = rulesOf(findings, 'block');
  if (blocked.length > 0) return refuse('policy_blocked', { rules: blocked });
  const open = rulesOf(findings, 'warn').filter((rule) => !confirmed.includes(rule));
  return open.length > 0 ? refuse('policy_unconfirmed', { rules: open }) : null;
}

/** The warnings that an owner has confirmed, as they stood: what the audit keeps. */
export function confirmedFindings(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ severity }) => severity === 'warn');
}
