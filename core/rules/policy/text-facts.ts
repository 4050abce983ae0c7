// A campaign by its texts alone: what a phone judges while somebody types, and where the description of a complete draft begins.
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { type ParameterDeclarations, parameterTexts } from '#core/rules/campaign/parameters';
import { groupLabel } from '#core/rules/community/standing';
import type { CampaignFacts, PolicyText, TermsDisplay } from '#core/rules/policy/campaign-facts';
import type { CommunityDocument } from '#core/tables';

/** The texts of a community that stand beside a campaign, and what its shop may sell. */
export type CommunityBeside = Pick<CommunityDocument, 'name' | 'theme' | 'promise' | 'organiser' | 'licences' | 'groups'>;

/** The part of a draft that holds texts. */
export type DraftTexts = Pick<CampaignDraft, 'title' | 'summary' | 'groupId' | 'parameters'>;

/** How our screens show terms: src/ui/terms-list, which a test holds to this. */
export const TERMS_DISPLAY: TermsDisplay = { fontPx: 14, contrast: 4.5, taps: 1 };

/** The texts of a community that people read beside a campaign. */
function textsBeside(groupId: string | null, community: CommunityBeside): PolicyText[] {
  const { name, theme, promise, organiser } = community;
  const own = Object.entries({ name, theme, promise, organiser }).map(([path, text]) => ({ path: `community.${path}`, text }));
  const label = groupLabel(community, groupId);
  return label === null ? own : [...own, { path: 'groupId', text: label }];
}

/** A campaign of which nothing but its texts is known: it gives nothing, asks nothing, and has no terms yet. */
export function textFacts(draft: DraftTexts, declarations: ParameterDeclarations, community: CommunityBeside): CampaignFacts {
  const own = [
    { path: 'title', text: draft.title },
    { path: 'summary', text: draft.summary },
  ];
  const texts = [...own, ...parameterTexts(declarations, draft.parameters), ...textsBeside(draft.groupId, community)];
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
    unchecked: [],
    licences: community.licences ?? '',
    texts,
  };
}
