// The words of the operation rules: apart from all others, since only an owner's pages need them.
import { policyEn } from '#app/i18n/owner/policy-en';
import { policyZhCn } from '#app/i18n/owner/policy-zh-cn';
import type { Language } from '#app/i18n/words';
import type { TermSubject } from '#core/rules/campaign/terms';
import type { Basis, BasisSource } from '#core/rules/policy/define-rule';
import type { Finding, PolicyRuleId, Severity } from '#core/rules/policy/rule-ids';

/** What one rule is called, what it says of what it found, and how to mend that. */
export interface PolicyRuleWords {
  readonly name: string;
  /** `about` is the word or the number that was found, written out; null where the field says it all. */
  readonly says: (about: string | null) => string;
  readonly mend: string;
}

/** Everything that one language says of the operation rules. */
export interface PolicyWords {
  readonly title: string;
  readonly intro: { readonly blocked: string; readonly open: string };
  readonly severities: Readonly<Record<Severity, string>>;
  readonly mend: (how: string) => string;
  /** The tick that takes a warning on. */
  readonly confirm: string;
  readonly confirmedTitle: string;
  readonly clauses: Readonly<Record<BasisSource, (numbers: string) => string>>;
  readonly between: string;
  /** Between a field's name and what is said of it. */
  readonly colon: string;
  /** Between two sentences. */
  readonly space: string;
  readonly subjects: Readonly<Record<TermSubject, string>>;
  readonly rules: Readonly<Record<PolicyRuleId, PolicyRuleWords>>;
}

/** The words of a language. */
export const policyWords: Readonly<Record<Language, PolicyWords>> = { 'zh-CN': policyZhCn, en: policyEn };

/** What a finding says, in a sentence. */
export function sayFinding(words: PolicyWords, { rule, about }: Pick<Finding, 'rule' | 'about'>): string {
  const subject = Object.keys(words.subjects).includes(about ?? '') ? words.subjects[about as TermSubject] : about;
  return words.rules[rule].says(subject);
}

/** What a finding says, and how to mend it. */
export function sayAdvice(words: PolicyWords, finding: Pick<Finding, 'rule' | 'about'>): string {
  return `${sayFinding(words, finding)}${words.space}${words.mend(words.rules[finding.rule].mend)}`;
}

/** Where a rule comes from, in one line. */
export function sayBasis(words: PolicyWords, basis: readonly Basis[]): string {
  return basis.map(({ source, numbers }) => words.clauses[source](numbers.join(words.between))).join(words.between);
}
