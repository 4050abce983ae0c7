// The rules about the terms of a campaign: complete, readable, kept, and with numbers.
import type { TermSubject } from '#core/rules/campaign/terms';
import type { CampaignFacts } from '#core/rules/policy/campaign-facts';
import { defineRule, operationRules, promotionRules } from '#core/rules/policy/define-rule';

/** Smaller or paler than this nobody reads it: our own numbers for operation rule 5.1.5. */
const TERMS_FONT_PX_MIN = 14;
const TERMS_CONTRAST_MIN = 4.5;
const TERMS_TAPS_MAX = 1;

const always: readonly TermSubject[] = ['window', 'eligibility', 'steps', 'organiser', 'contact'];
const ofRewards: readonly TermSubject[] = ['reward', 'quantity', 'per_person', 'out_of_stock'];
const ofVouchers: readonly TermSubject[] = ['use_window', 'where'];

/** What the terms of a campaign have to tell, by what it gives. */
function termsNeeded({ rewardForms }: Pick<CampaignFacts, 'rewardForms'>): readonly TermSubject[] {
  const isRewarding = rewardForms.length > 0;
  const isAtCounter = rewardForms.includes('coupon') || rewardForms.includes('goods');
  return [...always, ...(isRewarding ? ofRewards : []), ...(isAtCounter ? ofVouchers : [])];
}

export const termsRules = [
  defineRule({
    id: 'RULE-01',
    severity: 'block',
    basis: [promotionRules('13', '14'), operationRules('3.13', '5.1.5')],
    check(facts) {
      const { terms } = facts;
      if (terms === null) return [];
      return termsNeeded(facts).flatMap((subject) => (terms.includes(subject) ? [] : [{ path: 'campaign', about: subject }]));
    },
  }),
  defineRule({
    id: 'RULE-02',
    severity: 'block',
    basis: [operationRules('5.1.5')],
    check: ({ termsDisplay: { fontPx, contrast, taps } }) =>
      fontPx < TERMS_FONT_PX_MIN || contrast < TERMS_CONTRAST_MIN || taps > TERMS_TAPS_MAX ? [{ path: 'campaign' }] : [],
  }),
  defineRule({
    id: 'RULE-03',
    severity: 'block',
    basis: [promotionRules('13')],
    check: ({ worsened }) => worsened.map((path) => ({ path })),
  }),
  defineRule({
    id: 'RULE-04',
    severity: 'warn',
    basis: [promotionRules('13')],
    // A draft that is not complete has no terms yet, and its quantity may still come.
    check: ({ rewardForms, quantity, terms }) =>
      terms !== null && rewardForms.length > 0 && (quantity === null || quantity === 0) ? [{ path: 'campaign' }] : [],
  }),
];
