// Brings a campaign's draft and a coupon's terms, as they were written under format 1, into the shapes of today.
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { type CampaignParameters, defaultParameters } from '#core/rules/campaign/parameters';
import { campaignTypes } from '#core/rules/campaign/types/index';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import type { Fen } from '#core/values/fen';

/** Terms before coupons could be worth anything but an amount off. */
type OlderTerms = Omit<CouponTerms, 'benefit'> & { readonly amountOffFen?: Fen; readonly benefit?: CouponTerms['benefit'] };

/** Terms that say only an amount off are a benefit of that kind. */
export function upgradeTerms({ amountOffFen, benefit, ...terms }: OlderTerms): CouponTerms {
  return { ...terms, benefit: benefit ?? { kind: 'amount_off', amountOffFen: amountOffFen ?? (0 as Fen) } };
}

/** A row of prizes from before a place could bring a coupon. */
function upgradePrizes(ranks: CampaignParameters[string]): CampaignParameters[string] {
  return Array.isArray(ranks) ? ranks.map((row) => ({ gives: 'points', ...row })) : ranks;
}

/**
 * A draft with all of the parameters that its type declares today, and no others. What did not exist when it was written has the value
 * that a new form begins with: each of these was chosen so that a campaign without it goes on as it was.
 */
export function upgradeDraft(draft: CampaignDraft): CampaignDraft {
  const declared = campaignTypes[draft.type].parameters;
  const whole = { ...defaultParameters(declared, draft), ...draft.parameters };
  const { ranks } = whole;
  const prizes = draft.type === 'season_prize' && ranks !== undefined ? { ranks: upgradePrizes(ranks) } : {};
  const parameters = Object.entries({ ...whole, ...prizes }).filter(([name]) => name in declared);
  return { ...draft, parameters: Object.fromEntries(parameters) as CampaignParameters };
}
