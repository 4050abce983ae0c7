// Chooses the testers of trials that rank their applicants by a criterion, once the last day of applying is over.
import { done } from '#core/rules/decision';
import { type Candidate, candidateOf, rankedEvent, settleEvents } from '#core/rules/trial/select';
import { isRanked } from '#core/rules/trial/trial';
import type { ApplicationDocument, CampaignDocument, MemberDocument, SelectionDocument } from '#core/tables';
import { batchesOf } from '#core/values/batches';
import { makeId } from '#core/values/ids';
import { defineJob, type JobContext, type JobItem, jobKey } from '#server/app/jobs/define-job';
import { openCampaignsOf } from '#server/app/jobs/open-campaigns';
import { PAGE_LIMIT_MAX } from '#server/ports/store';

/** First all are ranked, then they are told, some at a time. */
interface Step extends JobItem {
  readonly campaignId: string;
  readonly ranking?: { readonly candidates: readonly Candidate[]; readonly waiting: number };
  readonly memberIds: readonly string[];
}

/** How many applicants one decision tells: each is a member, an application and a voucher, and a decision may see and write 64. */
const TOLD_AT_ONCE = 10;

async function overTrials(context: JobContext): Promise<readonly CampaignDocument[]> {
  return (await openCampaignsOf(context)).filter((campaign) => isRanked(campaign) && campaign.endsOn <= context.finishedOn);
}

/** Every application that waits, page by page. */
async function rankingOf({ store, communityId }: JobContext, campaign: CampaignDocument): Promise<NonNullable<Step['ranking']>> {
  const range = { prefix: [campaign.campaignId, 'waiting'], order: 'ascending' } as const;
  const candidates: Candidate[] = [];
  let waiting = 0;
  let cursor: string | undefined;
  do {
    const page = await store.list('application.byOutcome', communityId, range, PAGE_LIMIT_MAX, cursor);
    const applications = page.documents as unknown as readonly ApplicationDocument[];
    const ids = applications.map(({ memberId }) => makeId(communityId, 'member', memberId));
    const members = ids.length === 0 ? new Map() : await store.read(ids);
    waiting += applications.length;
    for (const id of ids) {
      const candidate = candidateOf(members.get(id) as MemberDocument, campaign);
      if (candidate !== null) candidates.push(candidate);
    }
    cursor = page.cursor ?? undefined;
  } while (cursor !== undefined);
  return { candidates, waiting };
}

async function stepsOf(context: JobContext, campaign: CampaignDocument, selection: SelectionDocument | undefined): Promise<Step[]> {
  const { campaignId } = campaign;
  if (selection === undefined) {
    return [{ key: jobKey('rank', campaignId), campaignId, ranking: await rankingOf(context, campaign), memberIds: [] }];
  }
  if (selection.unsettled === 0) return [];
  const range = { prefix: [campaignId, 'waiting'], order: 'ascending' } as const;
  const page = await context.store.list('application.byOutcome', context.communityId, range, PAGE_LIMIT_MAX);
  const waiting = (page.documents as unknown as readonly ApplicationDocument[]).map(({ memberId }) => memberId);
  return batchesOf(waiting, TOLD_AT_ONCE).map((memberIds) => ({ key: jobKey('select', campaignId, ...memberIds), campaignId, memberIds }));
}

export const selectTesters = defineJob<Step, unknown>({
  name: 'select',
  // Whatever is found leads to something else: a ranking to be told, the last telling to a campaign that can be closed.
  itemsMax: 1,
  looksFor: 'trials whose last day is over and whose applicants have not been told yet',
  async find(context) {
    const over = await overTrials(context);
    if (over.length === 0) return [];
    const idOf = ({ campaignId }: CampaignDocument) => makeId(context.communityId, 'selection', campaignId);
    const selections = await context.store.read(over.map(idOf));
    const steps = over.map((campaign) => stepsOf(context, campaign, selections.get(idOf(campaign)) as SelectionDocument | undefined));
    return (await Promise.all(steps)).flat();
  },
  documents: ({ campaignId, memberIds }, { communityId }) => [
    makeId(communityId, 'campaign', campaignId),
    makeId(communityId, 'selection', campaignId),
    ...(memberIds.length === 0 ? [] : [makeId(communityId, 'stock', campaignId)]),
    ...memberIds.flatMap((memberId) => [
      makeId(communityId, 'member', memberId),
      makeId(communityId, 'application', campaignId, memberId),
      makeId(communityId, 'coupon', campaignId, memberId, '1'),
    ]),
  ],
  decide({ campaignId, ranking, memberIds }, workspace, { finishedOn, codes, now }) {
    const campaign = workspace.get('campaign', campaignId);
    const selection = workspace.find('selection', campaignId);
    if (campaign.state === 'ended' || campaign.endsOn > finishedOn) return done({}, []);
    if (ranking !== undefined) {
      // What was counted outside of this decision stands in its event.
      return done({}, selection === null ? [rankedEvent(campaign, ranking.candidates, ranking.waiting)] : []);
    }
    if (selection === null) return done({}, []);
    const waiting = memberIds.filter((memberId) => workspace.get('application', campaignId, memberId).outcome === 'waiting');
    const facts = {
      community: workspace.get('community'),
      campaign,
      stock: workspace.get('stock', campaignId),
      at: now,
      numberOf: codes.couponNumber,
    };
    return done(
      {},
      settleEvents(
        facts,
        selection,
        waiting.map((memberId) => workspace.get('member', memberId)),
      ),
    );
  },
});
