// What a rule of the policy check is: one object with its name, severity, basis and a pure check; its watched words are found for it.
import type { CampaignFacts } from '#core/rules/policy/campaign-facts';
import { findInTexts } from '#core/rules/policy/find-words';
import type { Finding, PolicyRuleId, Severity } from '#core/rules/policy/rule-ids';

/** Where a rule comes from: WeChat's operation rules and review rejections by number, and the laws behind them. */
export type BasisSource =
  | 'operation_rules'
  | 'review_rejections'
  | 'promotion_rules'
  | 'advertising_law'
  | 'pyramid_selling_ban'
  | 'price_law'
  | 'category_rules';

/** One clause that a rule rests on; `numbers` is empty where the whole text is meant. */
export interface Basis {
  readonly source: BasisSource;
  readonly numbers: readonly string[];
}

/** A rule. The words that people read about it stand in the catalogues, under its id. */
export interface PolicyRule {
  readonly id: PolicyRuleId;
  /** How bad it is at worst. */
  readonly severity: Severity;
  readonly basis: readonly Basis[];
  check(facts: CampaignFacts): readonly Finding[];
}

/** What a rule's own check has found; the severity is the rule's unless it says otherwise. */
export type Found = Pick<Finding, 'path'> & Partial<Pick<Finding, 'about' | 'severity'>>;

/** Declares a rule: what its own check finds in the facts, then its watched words, each field once. */
export function defineRule(rule: Omit<PolicyRule, 'check'> & { readonly check?: (facts: CampaignFacts) => readonly Found[] }): PolicyRule {
  const { id, severity, basis } = rule;
  return {
    id,
    severity,
    basis,
    check(facts) {
      const own = rule.check?.(facts) ?? [];
      const spoken = findInTexts(facts.texts, id, facts.invite !== null).filter(({ path }) => !own.some((found) => found.path === path));
      return [...own, ...spoken].map((found) => ({ rule: id, severity, about: null, ...found }));
    },
  };
}

/** WeChat's operation rules for mini-programs, by clause. */
export const operationRules = (...numbers: readonly string[]): Basis => ({ source: 'operation_rules', numbers });

/** WeChat's list of common review rejections, by number. */
export const reviewRejections = (...numbers: readonly string[]): Basis => ({ source: 'review_rejections', numbers });

/** The state's interim provisions on sales promotions, by article. */
export const promotionRules = (...numbers: readonly string[]): Basis => ({ source: 'promotion_rules', numbers });
