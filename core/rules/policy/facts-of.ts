// Describes a campaign of our own types to the operation rules: from its type's declaration, its draft, its terms and every text beside it.
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { campaignTerms, type TermsCommunity } from '#core/rules/campaign/lifecycle';
import { parameterProblems, parameterTexts } from '#core/rules/campaign/parameters';
import { termSubjects } from '#core/rules/campaign/terms';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { groupLabel } from '#core/rules/community/standing';
import type { CampaignFacts, Deed, PolicyText, RewardForm, TermsDisplay } from '#core/rules/policy/campaign-facts';
import { notesBeside } from '#core/rules/policy/content';
import type { CampaignDocument, CommunityDocument } from '#core/tables';

/** What the rules look at of a community. */
export type JudgedCommunity = TermsCommunity & Pick<CommunityDocument, 'name' | 'theme' | 'promise' | 'licences' | 'inReview'>;

/** A draft, complete or not, with what the content check has left to a person's look. */
export type JudgedDraft = CampaignDraft & Pick<CampaignDocument, 'inReview'>;

/** How our screens show terms: see src/ui/terms-list, which a test holds to this. */
export const TERMS_DISPLAY: TermsDisplay = { fontPx: 14, contrast: 4.5, taps: 1 };

/** The texts of a community that people read beside a campaign. */
function textsBeside(draft: JudgedDraft, community: JudgedCommunity): PolicyText[] {
  const { name, theme, promise, organiser } = community;
  const own = Object.entries({ name, theme, promise, organiser }).map(([path, text]) => ({ path: `community.${path}`, text }));
  const label = groupLabel(community, draft.groupId);
  return label === null ? own : [...own, { path: 'groupId', text: label }];
}

function rewardForms({ coupons, points }: { readonly coupons: number; readonly points: number }): RewardForm[] {
  return [...(coupons > 0 ? (['coupon'] as const) : []), ...(points > 0 ? (['points'] as const) : [])];
}

/** What is known of a draft once it is complete: what it sets aside, and what its terms tell. */
function promised(draft: JudgedDraft, community: JudgedCommunity): Partial<CampaignFacts> {
  const type = campaignTypes[draft.type];
  const values = draft.parameters as never;
  const isComplete = parameterProblems(type.parameters, draft.parameters).length === 0;
  if (!isComplete || type.check(draft, values).length > 0) return {};
  const reserve = type.reserve(values, draft);
  const forms = rewardForms(reserve);
  // A type whose trigger gives nothing says so by another name.
  const trigger = type.trigger as Deed | 'none';
  return {
    rewardedFor: forms.length === 0 || trigger === 'none' ? null : trigger,
    rewardForms: forms,
    quantity: reserve.coupons + reserve.points,
    terms: [...new Set(campaignTerms(draft, community).flatMap(({ code }) => termSubjects[code]))],
    ...type.describe?.(values),
  };
}

/** A campaign of ours as the operation rules see it. A draft that is not complete is judged by its texts alone. */
export function factsOf(draft: JudgedDraft, community: JudgedCommunity): CampaignFacts {
  const own = [
    { path: 'title', text: draft.title },
    { path: 'summary', text: draft.summary },
  ];
  const texts = [...own, ...parameterTexts(campaignTypes[draft.type].parameters, draft.parameters), ...textsBeside(draft, community)];
  return {
    rewardedFor: null,
    lockedUntil: null,
    rewardForms: [],
    amount: 'fixed',
    isRandom: false,
    quantity: null,
    invite: null,
    isVote: false,
    ranksCandidates: false,
    price: null,
    sells: [],
    collects: [],
    showsNames: false,
    leadsTo: [],
    terms: null,
    termsDisplay: TERMS_DISPLAY,
    worsened: [],
    unchecked: [...(draft.inReview ?? []), ...notesBeside(community.inReview ?? [], draft.groupId)].map(({ path }) => path),
    licences: community.licences ?? '',
    texts,
    ...promised(draft, community),
  };
}
