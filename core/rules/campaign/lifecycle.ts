// The life of a campaign: draft, live, paused, ended; what publishing reserves and ending releases.
import { refuse } from '#core/refusals';
import { audienceProblems, audienceTerms } from '#core/rules/campaign/audience';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import type { StockLeft } from '#core/rules/campaign/define-type';
import { type DraftProblem, parameterProblems } from '#core/rules/campaign/parameters';
import { shareCardOf } from '#core/rules/campaign/share';
import { RUSH_PARTS, stockLeft } from '#core/rules/campaign/stock';
import { type TermLine, term } from '#core/rules/campaign/terms';
import { answersTo, campaignTypes } from '#core/rules/campaign/types/index';
import { groupLabel } from '#core/rules/community/standing';
import { type Decision, done, refused } from '#core/rules/decision';
import { type Outlook, outlookEvents } from '#core/rules/forecast/outlook';
import type { PrizeSum } from '#core/rules/leaderboard/prizes';
import { policyOf } from '#core/rules/points/policy';
import { type CheckedText, contentNotes, contentRefusal, notesBeside } from '#core/rules/policy/content';
import { confirmedFindings, policyRefusal } from '#core/rules/policy/judge';
import { type Finding, POLICY_VERSION, type PolicyRuleId } from '#core/rules/policy/rule-ids';
import type { CampaignDocument, CommunityDocument, StockDocument } from '#core/tables';
import { type Day, daysBetween } from '#core/values/day';
import { points } from '#core/values/points';

/** How many campaigns of a community may be live or paused at a time: a home page shows them all. */
const OPEN_CAMPAIGNS_MAX = 50;

/** The longest campaign, in days. */
export const CAMPAIGN_DAYS_MAX = 366;

/** A draft with what the content check has left to a person's look. */
export type SavedDraft = CampaignDraft & Pick<CampaignDocument, 'inReview'>;

/**
 * Everything that keeps a draft from being published, each problem with the field that it concerns. `openOn` is the first day on which
 * anybody can take part; of a draft, today at the earliest.
 */
export function draftProblems(draft: SavedDraft, community: CommunityDocument, today: Day, openOn = today): DraftProblem[] {
  const type = campaignTypes[draft.type];
  const problems: DraftProblem[] = [];
  if (draft.endsOn < draft.startsOn) problems.push({ path: 'endsOn', problem: 'not_in_order', limit: draft.startsOn });
  else if (draft.endsOn < today) problems.push({ path: 'endsOn', problem: 'in_the_past', limit: today });
  else if (daysBetween(draft.startsOn, draft.endsOn) >= CAMPAIGN_DAYS_MAX) {
    problems.push({ path: 'endsOn', problem: 'too_large', limit: CAMPAIGN_DAYS_MAX });
  }
  if (draft.groupId !== null && groupLabel(community, draft.groupId) === null) problems.push({ path: 'groupId', problem: 'unknown_group' });
  problems.push(...audienceProblems(draft.audience, community, !answersTo(draft.type, 'check_in')));
  const own = parameterProblems(type.parameters, draft.parameters);
  problems.push(...(own.length > 0 ? own : type.check(draft, draft.parameters as never, openOn)));
  for (const { path, word } of [...(draft.inReview ?? []), ...notesBeside(community.inReview ?? [], draft.groupId)]) {
    problems.push({ path, problem: 'content_review', ...(word === null ? {} : { word }) });
  }
  return problems;
}

/** What terms say about a community. */
export type TermsCommunity = Pick<
  CommunityDocument,
  'organiser' | 'contact' | 'zone' | 'dayStartsMinutes' | 'groups' | 'tags' | 'pointsPolicy'
>;

/** The complete terms of a draft without problems: who stands behind it, when, for whom, the type's own lines, what holds for all. */
export function campaignTerms(draft: CampaignDraft, community: TermsCommunity): TermLine[] {
  const { organiser, contact, zone, dayStartsMinutes } = community;
  const label = groupLabel(community, draft.groupId);
  const { coupons, points, goods = 0 } = reserveOf(draft);
  const facts = { organiser, contact, zone, dayStartsMinutes, groupLabel: label };
  return [
    term('window', { startsOn: draft.startsOn, endsOn: draft.endsOn, zone, dayStartsMinutes }),
    draft.groupId === null ? term('eligible_members', {}) : term('eligible_group', { label: label ?? '' }),
    ...audienceTerms(draft.audience, community),
    ...campaignTypes[draft.type].terms(draft.parameters as never, facts),
    ...(points > 0 ? [term('points_valid', { ...policyOf(community) })] : []),
    ...(coupons + goods > 0 ? [term('adults_redeem', {})] : []),
    term('organiser', { organiser, contact }),
  ];
}

/** What a draft without problems reserves at publish. */
export function reserveOf(draft: CampaignDraft): StockLeft {
  return campaignTypes[draft.type].reserve(draft.parameters as never, draft);
}

/**
 * Saves a draft, complete or not; what is published keeps its terms. `newId` is the id of a campaign that is not there yet. A text that
 * may not be shown is not even kept; one that needs a look is kept with a note. `basis` is the stamp of the draft that was written on: one
 * that was saved elsewhere since is not written over; without it, the later save wins.
 */
export function decideSave(
  before: (CampaignDocument & { readonly stamp?: number }) | null,
  newId: string,
  draft: CampaignDraft,
  checked: readonly CheckedText[],
  basis?: number,
): Decision<{ campaignId: string }> {
  if (before !== null && before.state !== 'draft') return refused(refuse('campaign_not_draft', { state: before.state }));
  const stamp = before?.stamp;
  if (basis !== undefined && stamp !== undefined && stamp !== basis) return refused(refuse('draft_changed', { basis: stamp }));
  const refusal = contentRefusal(checked);
  if (refusal !== null) return refused(refusal);
  const campaignId = before?.campaignId ?? newId;
  const notes = contentNotes(checked).map(({ path, word }) => ({ path: path.replace('draft.', ''), word }));
  return done({ campaignId }, [{ kind: 'campaign_saved', campaignId, draft, ...(notes.length === 0 ? {} : { inReview: notes }) }]);
}

/** Takes a draft away for good: nothing was promised by it. What was published stays on record. */
export function decideDiscard({ state, campaignId }: CampaignDocument): Decision<Record<never, never>> {
  if (state !== 'draft') return refused(refuse('campaign_not_draft', { state }));
  return done({}, [{ kind: 'campaign_discarded', campaignId }]);
}

/** Over how many documents a draft's coupons are split: a rush over several, though never over more than there are coupons. */
function splitFor(draft: CampaignDraft, coupons: number): number {
  return draft.parameters['rush'] === 1 ? Math.max(1, Math.min(RUSH_PARTS, coupons)) : 1;
}

/** What the operation rules found in a campaign, and which of their warnings the owner has confirmed. */
export interface PolicyStanding {
  readonly findings: readonly Finding[];
  readonly confirmed: readonly PolicyRuleId[];
}

/** Publishes a draft: its stock and points are set aside in the same step, and what the owner confirmed is kept with it. */
export function decidePublish(
  campaign: CampaignDocument,
  community: CommunityDocument,
  today: Day,
  { findings, confirmed }: PolicyStanding,
  outlook?: Outlook,
): Decision<{ coupons: number; points: number }> {
  if (campaign.state !== 'draft') return refused(refuse('campaign_not_draft', { state: campaign.state }));
  const problems = draftProblems(campaign, community, today);
  if (problems.length > 0) return refused(refuse('draft_incomplete', { paths: problems.map((problem) => problem.path) }));
  const refusal = policyRefusal(findings, confirmed);
  if (refusal !== null) return refused(refusal);
  if (community.openCampaigns.length >= OPEN_CAMPAIGNS_MAX) return refused(refuse('too_many_open', { max: OPEN_CAMPAIGNS_MAX }));
  const warnings = confirmedFindings(findings);
  const policy = warnings.length === 0 ? {} : { policy: { version: POLICY_VERSION, confirmed: warnings } };
  const { welcomeCampaign } = community;
  if (welcomeCampaign !== undefined && answersTo(campaign.type, 'first_action')) {
    return refused(refuse('one_welcome', { campaignId: welcomeCampaign }));
  }
  const { coupons, points, goods = 0 } = reserveOf(campaign);
  return done({ coupons, points }, [
    {
      kind: 'campaign_published',
      campaignId: campaign.campaignId,
      coupons,
      points,
      ...(goods === 0 ? {} : { goods }),
      parts: splitFor(campaign, coupons),
      ...policy,
    },
    ...outlookEvents(campaign.campaignId, outlook),
  ]);
}

/** Makes the card for the chat, on a live campaign's days up to its last: a card must not lead to something that is over. */
export function decidePost(campaign: CampaignDocument, today: Day): Decision<{ title: string; path: string }> {
  const state = campaign.state !== 'draft' && today > campaign.endsOn ? 'ended' : campaign.state;
  if (state !== 'live') return refused(refuse('campaign_not_live', { state }));
  return done(shareCardOf(campaign), [{ kind: 'campaign_posted', campaignId: campaign.campaignId }]);
}

/** Stops new rewards for a while; everything that was claimed stays valid. */
export function decidePause(campaign: CampaignDocument): Decision<Record<never, never>> {
  if (campaign.state !== 'live') return refused(refuse('campaign_not_live', { state: campaign.state }));
  return done({}, [{ kind: 'campaign_paused', campaignId: campaign.campaignId }]);
}

/** Lets a paused campaign go on. */
export function decideResume(campaign: CampaignDocument): Decision<Record<never, never>> {
  if (campaign.state !== 'paused') return refused(refuse('campaign_not_paused', { state: campaign.state }));
  return done({}, [{ kind: 'campaign_resumed', campaignId: campaign.campaignId }]);
}

/**
 * Ends a campaign for good and releases what was reserved and not issued, but for `keeps`: what seasons that are over may still take.
 * Claimed coupons stay valid. Only a draft has no stock.
 */
export function decideEnd(
  campaign: CampaignDocument,
  stock: StockDocument | null,
  keeps: PrizeSum = { points: 0, coupons: 0 },
): Decision<{ pointsReleased: number; couponsReleased: number; couponsHeld: number; goodsReleased: number }> {
  if (campaign.state === 'draft' || campaign.state === 'ended') return refused(refuse('campaign_not_live', { state: campaign.state }));
  if (stock === null) throw new Error(`${campaign.id} was published without a stock`);
  const left = stockLeft(stock);
  const pointsReleased = points(left.points - keeps.points);
  const released = { pointsReleased, couponsReleased: left.coupons - keeps.coupons, goodsReleased: left.goods };
  const kept = keeps.coupons === 0 ? {} : { couponsKept: keeps.coupons };
  return done({ ...released, couponsHeld: stock.couponsIssued }, [
    { kind: 'campaign_ended', campaignId: campaign.campaignId, pointsReleased, ...kept },
  ]);
}

/** Sets the share left, in percent, at which the owner is warned; while the campaign runs. */
export function decideWarnAt({ state, campaignId }: CampaignDocument, percent: number): Decision<Record<never, never>> {
  if (state === 'draft' || state === 'ended') return refused(refuse('campaign_not_live', { state }));
  return done({}, [{ kind: 'warning_set', campaignId, percent }]);
}
