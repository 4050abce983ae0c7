// What the operation rules found in a campaign: how bad, why, on what ground, how to mend it, and the tick that takes a warning on.
import { Text, View } from '@tarojs/components';
import { type PolicyWords, policyWords, sayBasis, sayFinding } from '#app/i18n/owner/policy-words';
import { useWords } from '#app/i18n/use-words';
import { Card } from '#app/ui/card.tsx';
import type { Finding, PolicyRuleId, Severity } from '#core/rules/policy/rule-ids';
import { policyRules } from '#core/rules/policy/rules/index';
import './policy-findings.scss';

/** The words of the operation rules in the language of the app. */
export function usePolicyWords(): PolicyWords {
  return policyWords[useWords().language];
}

/** On what ground a rule speaks: its number and the clauses behind it. */
export function sayGround(words: PolicyWords, rule: PolicyRuleId): string {
  const basis = policyRules.find(({ id }) => id === rule)?.basis ?? [];
  return `${rule} · ${sayBasis(words, basis)}`;
}

/** One rule with all that it found of one severity. */
interface RuleFindings {
  readonly rule: PolicyRuleId;
  readonly severity: Severity;
  readonly findings: readonly Finding[];
}

/** Findings by rule and severity, the worst first. */
export function byRule(findings: readonly Finding[]): readonly RuleFindings[] {
  const order: readonly Severity[] = ['block', 'warn', 'info'];
  return order.flatMap((severity) => {
    const these = findings.filter((finding) => finding.severity === severity);
    const rules = these.map(({ rule }) => rule).filter((rule, place, all) => all.indexOf(rule) === place);
    return rules.map((rule) => ({ rule, severity, findings: these.filter((finding) => finding.rule === rule) }));
  });
}

export interface PolicyFindingsProps {
  readonly id: string;
  readonly title: string;
  readonly findings: readonly Finding[];
  /** What a field is called. */
  readonly nameOf: (path: string) => string | null;
  /** The rules whose warnings are ticked; without it there is nothing to tick. */
  readonly ticked?: readonly PolicyRuleId[];
  readonly onTick?: (rule: PolicyRuleId) => void;
  /** Whether they were taken on when it was published: what was confirmed is not asked for again. */
  readonly isConfirmed?: boolean;
}

/** One rule with its ground and its mending; of a warning the tick, where somebody can tick. */
export function RuleFound({
  found: { rule, severity, findings },
  nameOf,
  ticked,
  onTick,
  isConfirmed = false,
}: Pick<PolicyFindingsProps, 'nameOf' | 'ticked' | 'onTick' | 'isConfirmed'> & { readonly found: RuleFindings }) {
  const words = usePolicyWords();
  const { name, mend } = words.rules[rule];
  const isTicked = ticked?.includes(rule) === true;
  const lines = findings.map((finding) => {
    const field = nameOf(finding.path);
    const sentence = sayFinding(words, finding);
    return field === null ? sentence : `${field}${words.colon}${sentence}`;
  });
  return (
    <View id={`finding-${rule}`} className={`finding finding--${severity}`}>
      <Text className="finding__head">{isConfirmed ? name : `${words.severities[severity]} · ${name}`}</Text>
      {lines.map((line) => (
        <Text key={line} className="finding__line">
          {line}
        </Text>
      ))}
      <Text className="finding__mend">{words.mend(mend)}</Text>
      <Text className="finding__basis">{sayGround(words, rule)}</Text>
      {severity !== 'warn' || onTick === undefined ? null : (
        <View id={`confirm-${rule}`} className="finding__tick" role="checkbox" aria-checked={isTicked} onClick={() => onTick(rule)}>
          <View className={`finding__box${isTicked ? ' finding__box--on' : ''}`} />
          <Text className="finding__confirm">{words.confirm}</Text>
        </View>
      )}
    </View>
  );
}

/** A card of findings; nothing where nothing was found. */
export function PolicyFindings({ id, title, findings, ...rest }: PolicyFindingsProps) {
  const words = usePolicyWords();
  if (findings.length === 0) return null;
  const worst = findings.some(({ severity }) => severity === 'block')
    ? words.intro.blocked
    : rest.isConfirmed !== true && findings.some(({ severity }) => severity === 'warn')
      ? words.intro.open
      : null;
  return (
    <Card id={id} title={title}>
      {worst === null ? null : <Text className="quiet">{worst}</Text>}
      {byRule(findings).map((found) => (
        <RuleFound key={`${found.rule} ${found.severity}`} found={found} {...rest} />
      ))}
    </Card>
  );
}
