// Answering a quiz or a poll, and what came of it; reading a notice.
import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import type { Workspace } from '#core/rules/audit/workspace';
import { gateRefusal } from '#core/rules/campaign/gate';
import { groupRefusal } from '#core/rules/community/standing';
import { type AnswerValue, decideAnswer, pollOptions, questionsOf } from '#core/rules/content/answer';
import { voteBoardId } from '#core/rules/content/project';
import { type Decision, done, refused } from '#core/rules/decision';
import type { CampaignDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';

type Asking = CampaignDocument & { readonly type: 'quiz' | 'poll' };

const noCampaign = () => refuse('not_found', { what: 'campaign' });

function isAsking(campaign: CampaignDocument | null | undefined): campaign is Asking {
  return campaign != null && campaign.state !== 'draft' && (campaign.type === 'quiz' || campaign.type === 'poll');
}

/** Answers, once; a vote that may be changed replaces the one before. */
export const answer = change<'content.answer'>()({
  documents: (input) => [makeId(input.communityId, 'campaign', input.campaignId), makeId(input.communityId, 'stock', input.campaignId)],
  decide(input, workspace: Workspace, context): Decision<AnswerValue> {
    const campaign = workspace.find('campaign', input.campaignId);
    if (!isAsking(campaign)) return refused(noCampaign());
    return decideAnswer({
      community: workspace.get('community'),
      campaign,
      // Looked at by a quiz only: votes do not wait for each other.
      get stock() {
        return workspace.get('stock', input.campaignId);
      },
      member: workspace.get('member', context.caller.memberId),
      chosen: input.chosen,
      at: context.now,
      numberOf: context.codes.couponNumber,
    });
  },
  reply: (value) => ({ ...value }),
});

/** How many boards hold what is counted: one per option of a poll; of a quiz one per number of right answers, none right among them. */
function countedOf(campaign: Asking): readonly number[] {
  if (campaign.type === 'poll') return Array.from({ length: pollOptions(campaign) }, (_, index) => index + 1);
  return Array.from({ length: questionsOf(campaign).length + 1 }, (_, right) => right);
}

/** What came of it: for whoever has answered, and for everybody when it is over. Until then the right answers are the owner's alone. */
export const results: ViewHandler<'content.results'> = async (input, context) => {
  const { communityId, community, member, now, today } = context;
  const [campaign] = await context.load('campaign', [[input.campaignId]]);
  if (!isAsking(campaign)) return { refusal: noCampaign() };
  const outside = groupRefusal(community, member, campaign.groupId, 'checkIn', now);
  if (outside !== null) return { refusal: outside };
  const own = member?.entries[input.campaignId];
  const answered = own?.kind === 'quiz' || own?.kind === 'poll' ? own : null;
  const isOver = campaign.state === 'ended' || today > campaign.endsOn;
  if (answered === null && !isOver) return { refusal: refuse('not_answered', {}) };
  const counted = countedOf(campaign);
  const boards = counted.map((one) => voteBoardId(communityId, input.campaignId, one));
  const all = voteBoardId(communityId, input.campaignId, 'all');
  const counts = await context.counts(campaign.type === 'poll' ? [...boards, all] : boards);
  const counting = boards.map((board) => counts.get(board) ?? 0);
  const value: ValueOf<'content.results'> = {
    total: campaign.type === 'poll' ? (counts.get(all) ?? 0) : counting.reduce((sum, people) => sum + people, 0),
    counts: counting,
    chosen: answered === null ? [] : [...answered.chosen],
    right: campaign.type === 'quiz' ? questionsOf(campaign).map(({ right }) => right) : null,
  };
  return { value };
};

/** Notes that a notice was read; a second reading changes nothing. */
export const read = change<'content.read'>()({
  documents: (input) => [makeId(input.communityId, 'campaign', input.campaignId)],
  decide(input, workspace, context): Decision<Record<never, never>> {
    const campaign = workspace.find('campaign', input.campaignId);
    if (campaign === null || campaign.state === 'draft' || campaign.type !== 'notice') return refused(noCampaign());
    const member = workspace.get('member', context.caller.memberId);
    const closed = gateRefusal({ campaign, community: workspace.get('community'), member, at: context.now }, 'checkIn');
    if (closed !== null) return refused(closed);
    if (member.entries[input.campaignId] !== undefined) return done({}, []);
    return done({}, [{ kind: 'notice_read', campaignId: input.campaignId }]);
  },
  reply: () => ({}),
});
