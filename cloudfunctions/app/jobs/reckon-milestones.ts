// Records to whom a check-in plan that ended early owes the milestone within reach, going through its members a page at a time.
import { done } from '#core/rules/decision';
import { reckonEvents } from '#core/rules/promise/within-reach';
import type { CampaignDocument, MemberDocument } from '#core/tables';
import { addDays, dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { defineJob, type JobContext, type JobItem, jobKey } from '#server/app/jobs/define-job';

interface SomeMembers extends JobItem {
  readonly campaignId: string;
  readonly memberIds: readonly string[];
  /** The step of the reckoning that this is, and where the next one goes on. */
  readonly step: number;
  readonly after: string | null;
}

/** For how many days after its planned last day an ended plan is still looked at: the timer comes that late at most. */
const LOOK_BACK_DAYS = 30;

/** How many members a decision goes through: each may leave one more document, and a decision may see and write 64. */
const MEMBERS_PAGE = 25;

/** How many ended campaigns are looked at. */
const ENDED_MAX = 100;

async function unreckoned({ store, communityId, today }: JobContext): Promise<readonly CampaignDocument[]> {
  const range = { prefix: ['ended'], from: addDays(today, -LOOK_BACK_DAYS), order: 'ascending' } as const;
  const page = await store.list('campaign.byState', communityId, range, ENDED_MAX);
  return (page.documents as unknown as readonly CampaignDocument[]).filter(({ reckoning }) => reckoning !== undefined);
}

export const reckonMilestones = defineJob<SomeMembers, unknown>({
  name: 'reckon',
  // Where the next page of a plan begins is known once this one is done: so one at a look, and then another look.
  itemsMax: 1,
  looksFor: 'members who were near a milestone of a check-in plan that ended early',
  async find(context) {
    const [first] = await unreckoned(context);
    if (first?.reckoning === undefined) return [];
    const { campaignId, reckoning } = first;
    const { after, step } = reckoning;
    const range = { prefix: [], order: 'ascending' } as const;
    const page = await context.store.list('member.byJoined', context.communityId, range, MEMBERS_PAGE, after ?? undefined);
    const members = page.documents as unknown as readonly MemberDocument[];
    const memberIds = members.filter(({ checkins }) => checkins[campaignId] !== undefined).map(({ memberId }) => memberId);
    return [{ key: jobKey('reckon', campaignId, String(step)), campaignId, memberIds, step, after: page.cursor }];
  },
  documents: ({ campaignId, memberIds }, { communityId }) => [
    makeId(communityId, 'campaign', campaignId),
    makeId(communityId, 'tally'),
    ...memberIds.map((memberId) => makeId(communityId, 'member', memberId)),
  ],
  decide({ campaignId, memberIds, step, after }, workspace, { calendar }) {
    const campaign = workspace.get('campaign', campaignId);
    const { endedAt, reckoning } = campaign;
    if (reckoning === undefined || reckoning.step !== step || endedAt === null) return done({}, []);
    const members = memberIds.map((memberId) => workspace.get('member', memberId));
    return done({}, reckonEvents({ campaign, members, endedOn: dayOf(endedAt, calendar), endedAt, after }));
  },
});
