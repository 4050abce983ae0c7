// Reading campaigns: a campaign's own page for everybody, and the owner's preview of a draft.

import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { draftOf } from '#core/rules/campaign/campaign-draft';
import { campaignTerms, draftProblems, reserveOf } from '#core/rules/campaign/lifecycle';
import { isOffered } from '#core/rules/campaign/offered';
import { defaultParameters } from '#core/rules/campaign/parameters';
import type { TermLine } from '#core/rules/campaign/terms';
import { campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import { factsOf } from '#core/rules/policy/facts-of';
import { judge } from '#core/rules/policy/judge';
import type { CampaignDocument } from '#core/tables';
import { addDays } from '#core/values/day';
import type { CampaignWithStock, ViewHandler } from '#server/app/request-context';
import { improvementOf } from '#server/features/campaign/versions';

/** How many days a new campaign lasts before the owner says otherwise. */
const DAYS_AT_FIRST = 30;

type Lines = ValueOf<'campaign.open'>['terms'];

function onWire(terms: readonly TermLine[]): Lines {
  return terms.map(({ code, data }) => ({ code, data: { ...data } }));
}

/** The types that an owner can choose from, with their parameters and a draft to start from. */
export const types: ViewHandler<'campaign.types'> = async (_input, context) => {
  const window = { startsOn: context.today, endsOn: addDays(context.today, DAYS_AT_FIRST - 1) };
  const list = campaignTypeCodes
    .filter((code) => isOffered(code, context))
    .map((code) => {
      const { parameters } = campaignTypes[code];
      const start = {
        type: code,
        title: '',
        summary: '',
        ...window,
        groupId: null,
        parameters: { ...defaultParameters(parameters, window) },
      };
      return { code, parameters: { ...parameters }, start };
    });
  return { value: { types: list as unknown as ValueOf<'campaign.types'>['types'] } };
};

const LIST_PAGE = 20;

/** The drafts, or the campaigns that have ended, page by page: what the console, which names the newest, has no room for. */
export const list: ViewHandler<'campaign.list'> = async ({ state, cursor }, context) => {
  const range = { prefix: [state], order: 'descending' } as const;
  const page = await context.store.list('campaign.byState', context.communityId, range, LIST_PAGE, cursor);
  const documents = page.documents as unknown as readonly CampaignDocument[];
  const found = await context.campaigns(documents.map(({ campaignId }) => campaignId));
  return { value: { cards: context.cards(found.filter((one): one is CampaignWithStock => one !== null)), cursor: page.cursor } };
};

/** A draft as members will see it, with its problems (none of what is published: its promises hold), what the operation rules find in it, its complete terms and what publishing will reserve. */
export const preview: ViewHandler<'campaign.preview'> = async (input, context) => {
  const [found] = await context.campaigns([input.campaignId]);
  if (!found) return { refusal: refuse('not_found', { what: 'campaign' }) };
  const { campaign } = found;
  const draft = { ...draftOf(campaign), parameters: campaign.parameters as never };
  const problems = campaign.state === 'draft' ? draftProblems(campaign, context.community, context.today) : [];
  const isSound = problems.length === 0;
  const [card] = context.cards([found]);
  if (card === undefined) throw new Error('a campaign has a card');
  const reserve = isSound ? reserveOf(campaign) : { coupons: 0, points: 0 };
  const terms = isSound ? onWire(campaignTerms(campaign, context.community)) : [];
  const { stamp: basis } = campaign as CampaignDocument & { readonly stamp: number };
  const findings = judge(factsOf(campaign, context.community)).map((finding) => ({ ...finding }));
  return { value: { draft, problems, findings, terms, reserve, card, basis } };
};

/** A campaign's own page: what it is and the complete terms. Drafts are nobody's to see. */
export const open: ViewHandler<'campaign.open'> = async (input, context) => {
  const [found] = await context.campaigns([input.campaignId]);
  if (!found || found.campaign.state === 'draft') return { refusal: refuse('not_found', { what: 'campaign' }) };
  const [card] = context.cards([found]);
  if (card === undefined) throw new Error('a campaign has a card');
  return {
    value: {
      community: context.communityCard(),
      me: context.me(),
      today: context.today,
      now: context.now,
      card,
      terms: onWire(campaignTerms(found.campaign, context.community)),
      improvement: improvementOf(found.campaign),
    },
  };
};
