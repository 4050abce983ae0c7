// Describes a campaign of our own types to the operation rules: from its type's declaration, its draft, its terms and every text beside it.

import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import type { StockLeft } from '#core/rules/campaign/define-type';
import { campaignTerms, type TermsCommunity } from '#core/rules/campaign/lifecycle';
import { parameterProblems } from '#core/rules/campaign/parameters';
import { termSubjects } from '#core/rules/campaign/terms';
import { campaignTypes } from '#core/rules/campaign/types/index';
import type { CampaignFacts, Deed, RewardForm } from '#core/rules/policy/campaign-facts';
import { notesBeside } from '#core/rules/policy/content';
import { type CommunityBeside, textFacts } from '#core/rules/policy/text-facts';
import type { CampaignDocument, CommunityDocument } from '#core/tables';

/** What the rules look at of a community. */
export type JudgedCommunity = TermsCommunity & CommunityBeside & Pick<CommunityDocument, 'inReview'>;

/** A draft, complete or not, with what the content check has left to a person's look. */
export type JudgedDraft = CampaignDraft & Pick<CampaignDocument, 'inReview'>;

function rewardForms({ coupons, points, goods = 0 }: StockLeft): RewardForm[] {
  const set: readonly (readonly [RewardForm, number])[] = [
    ['coupon', coupons],
    ['points', points],
    ['goods', goods],
  ];
  return set.filter(([, amount]) => amount > 0).map(([form]) => form);
}

/** What is known of a draft once it is complete: what it sets aside, and what its terms tell. */
function promised(draft: JudgedDraft, community: JudgedCommunity): Partial<CampaignFacts> {
  const type = campaignTypes[draft.type];
  const values = draft.parameters as never;
  const isComplete = parameterProblems(type.parameters, draft.parameters).length === 0;
  if (!isComplete || type.check(draft, values).length > 0) return {};
  const reserve = type.reserve(values, draft);
  const forms = rewardForms(reserve);
  const trigger: Deed = type.trigger;
  return {
    rewardedFor: forms.length === 0 || trigger === 'none' ? null : trigger,
    rewardForms: forms,
    quantity: reserve.coupons + reserve.points + (reserve.goods ?? 0),
    terms: [...new Set(campaignTerms(draft, community).flatMap(({ code }) => termSubjects[code]))],
    ...type.describe?.(values),
  };
}

/** A campaign of ours as the operation rules see it. A draft that is not complete is judged by its texts alone. */
export function factsOf(draft: JudgedDraft, community: JudgedCommunity): CampaignFacts {
  const notes = [...(draft.inReview ?? []), ...notesBeside(community.inReview ?? [], draft.groupId)];
  return {
    ...textFacts(draft, campaignTypes[draft.type].parameters, community),
    unchecked: notes.map(({ path }) => path),
    ...promised(draft, community),
  };
}
