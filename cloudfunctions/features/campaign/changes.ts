// The owner's side of a campaign: save, publish, pause, resume, end, post; and what everybody's screens report as seen.
import { refuse } from '#core/refusals';
import { callTimer } from '#core/rules/agenda/agenda';
import type { JournalEvent } from '#core/rules/audit/journal-event';
import type { Workspace } from '#core/rules/audit/workspace';
import { stageEvents } from '#core/rules/campaign/funnel';
import { decideDiscard, decideEnd, decidePause, decidePost, decidePublish, decideResume, decideSave } from '#core/rules/campaign/lifecycle';
import { isOffered } from '#core/rules/campaign/offered';
import { wholeStockIn } from '#core/rules/campaign/stock-in';
import { calendarOf } from '#core/rules/community/calendar';
import { type Decision, done, refused } from '#core/rules/decision';
import { keptForSeasons } from '#core/rules/leaderboard/covered-seasons';
import type { CheckedText } from '#core/rules/policy/content';
import { factsOf } from '#core/rules/policy/facts-of';
import { judge } from '#core/rules/policy/judge';
import type { CampaignDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { type Id, makeId } from '#core/values/ids';
import { type ChangeContext, change } from '#server/app/request-context';
import { checkDraft } from '#server/features/campaign/check-draft';

interface OneCampaign {
  readonly communityId: string;
  readonly campaignId: string;
}

const noCampaign = () => refused(refuse('not_found', { what: 'campaign' }));

function campaignId(input: OneCampaign): readonly Id[] {
  return [makeId(input.communityId, 'campaign', input.campaignId)];
}

function withStock(input: OneCampaign): readonly Id[] {
  return [...campaignId(input), makeId(input.communityId, 'stock', input.campaignId)];
}

function decideOn<Value>(
  workspace: Workspace,
  input: OneCampaign,
  decide: (campaign: CampaignDocument) => Decision<Value>,
): Decision<Value> {
  const campaign = workspace.find('campaign', input.campaignId);
  return campaign === null ? noCampaign() : decide(campaign);
}

/** Saves a draft as it is, complete or not: what is missing is said by the preview and refused by publishing. */
export const save = change<'campaign.save'>()({
  prepare: async ({ draft }, context) => ({ checked: await checkDraft(draft, context) }),
  documents: (input, context) => [makeId(context.communityId, 'campaign', input.campaignId ?? context.newId())],
  decide(input, workspace, context, { checked }: { checked: readonly CheckedText[] }) {
    if (!isOffered(input.draft.type, context)) return refused(refuse('user_content_off', {}));
    const before = workspace.find('campaign', input.campaignId ?? context.newId());
    if (before === null && input.campaignId !== undefined) return noCampaign();
    return decideSave(before, context.newId(), input.draft, checked, input.basis);
  },
  reply: (value, workspace) => ({ ...value, basis: workspace.nextStamp() }),
});

/** Takes a draft away. */
export const discard = change<'campaign.discard'>()({
  documents: campaignId,
  decide: (input, workspace) => decideOn(workspace, input, decideDiscard),
  reply: () => ({}),
});

/** Publishes a draft that the operation rules let through; reserves its stock and points in the same step. */
export const publish = change<'campaign.publish'>()({
  documents: withStock,
  decide: (input, workspace, context) =>
    decideOn(workspace, input, (campaign) => {
      if (campaign.state === 'draft' && !isOffered(campaign.type, context)) return refused(refuse('user_content_off', {}));
      const community = workspace.get('community');
      const policy = { findings: judge(factsOf(campaign, community)), confirmed: input.confirmed ?? [] };
      return decidePublish(campaign, community, dayOf(context.now, calendarOf(community)), policy, input.outlook);
    }),
  reply: (value) => value,
});

export const pause = change<'campaign.pause'>()({
  documents: campaignId,
  decide: (input, workspace) => decideOn(workspace, input, decidePause),
  reply: () => ({}),
});

export const resume = change<'campaign.resume'>()({
  documents: campaignId,
  decide: (input, workspace) => decideOn(workspace, input, decideResume),
  reply: () => ({}),
});

/** Ends a campaign for good; what is claimed stays valid. */
export const end = change<'campaign.end'>()({
  documents: (input, { communityId }) => [...withStock(input), makeId(communityId, 'agenda'), makeId(communityId, 'tally')],
  decide: (input, workspace, { now }) =>
    decideOn(workspace, input, (campaign) => {
      const stock = wholeStockIn(workspace, input.campaignId);
      const calendar = calendarOf(workspace.get('community'));
      return decideEnd(campaign, stock, stock === null ? undefined : keptForSeasons(campaign, stock, calendar, dayOf(now, calendar)));
    }),
  // Friends who were promised something may be waiting, or who leads the board: the timer records at once what is owed to them.
  aside: (_input, workspace, context) => callTimer(workspace, context.now),
  reply: (value) => value,
});

/** Makes the card that the owner sends into the group. */
export const post = change<'campaign.post'>()({
  documents: campaignId,
  decide: (input, workspace, context) =>
    decideOn(workspace, input, (campaign) => decidePost(campaign, dayOf(context.now, calendarOf(workspace.get('community'))))),
  reply: (card) => ({ card }),
});

function reachEvents(workspace: Workspace, context: ChangeContext, ids: readonly string[], stage: 'seen' | 'opened'): JournalEvent[] {
  const member = workspace.find('member', context.caller.memberId);
  return [...new Set(ids)].flatMap((id) => stageEvents(workspace.find('campaign', id), member, stage));
}

/** Notes which campaigns were on this person's screen, and which they opened; each counts once per person. */
export const reach = change<'campaign.reach'>()({
  documents: (input, context) => [...new Set([...input.seen, ...input.opened])].map((id) => makeId(context.communityId, 'campaign', id)),
  decide(input, workspace, context) {
    if (workspace.find('community') === null) return refused(refuse('not_found', { what: 'community' }));
    const isNew = workspace.find('member', context.caller.memberId) === null;
    const arrived: JournalEvent[] = isNew ? [{ kind: 'entered', source: { kind: 'direct' } }] : [];
    const seen = reachEvents(workspace, context, [...input.seen, ...input.opened], 'seen');
    const opened = reachEvents(workspace, context, input.opened, 'opened');
    const events = [...seen, ...opened];
    return done({ counted: events.length }, events.length === 0 ? [] : [...arrived, ...events]);
  },
  reply: (value) => value,
});
