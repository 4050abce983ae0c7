// What members write in topics and questions: writing, taking back, accepting, reporting; each text stands beside the journal.
import { type Refusal, refuse } from '#core/refusals';
import type { Workspace } from '#core/rules/audit/workspace';
import { decideAccept, decideReport } from '#core/rules/content/judge';
import { type EntryStep, keepEntry } from '#core/rules/content/keep-entry';
import { replySlot, TOPIC_SLOT } from '#core/rules/content/texts';
import { decideTakeBack, decideWrite, type Written } from '#core/rules/content/write';
import { type Decision, refused } from '#core/rules/decision';
import { contentRefusal } from '#core/rules/policy/content';
import type { CampaignDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { type ChangeContext, change } from '#server/app/request-context';

const noCampaign = () => refused(refuse('not_found', { what: 'campaign' }));
const switchedOff = () => refuse('user_content_off', {});

/** The campaign, where members write in it at all. */
function talkIn(workspace: Workspace, campaignId: string): CampaignDocument | null {
  const campaign = workspace.find('campaign', campaignId);
  return campaign !== null && campaign.state !== 'draft' && (campaign.type === 'topic' || campaign.type === 'question') ? campaign : null;
}

/** Keeps what a decision has made of a text. */
function aside(_input: unknown, workspace: Workspace, context: ChangeContext, step: EntryStep): void {
  keepEntry(workspace, step, context.now);
}

interface Prepared {
  readonly passed: boolean;
}

/** Writes: an answer to a topic, a question, or an answer to somebody's question. */
export const post = change<'content.post'>()({
  async prepare({ text }, context): Promise<Prepared | { refusal: Refusal<'content_refused' | 'user_content_off'> }> {
    if (!context.userContent) return { refusal: switchedOff() };
    const checked = await context.content.texts('comment', context.caller.personKey, [{ path: 'text', text }]);
    const refusal = contentRefusal(checked);
    return refusal === null ? { passed: checked.every(({ verdict }) => verdict.result === 'pass') } : { refusal };
  },
  documents({ communityId, campaignId, question }, { caller }) {
    const own = question === undefined ? TOPIC_SLOT : replySlot(question);
    const asked = question === undefined ? [] : [makeId(communityId, 'entry', campaignId, question.memberId, question.slot)];
    return [makeId(communityId, 'campaign', campaignId), makeId(communityId, 'entry', campaignId, caller.memberId, own), ...asked];
  },
  decide({ campaignId, text, question }, workspace, context, { passed }: Prepared): Decision<Written> {
    const campaign = talkIn(workspace, campaignId);
    if (campaign === null || (campaign.type === 'topic' && question !== undefined)) return noCampaign();
    const member = workspace.get('member', context.caller.memberId);
    return decideWrite({
      community: workspace.get('community'),
      campaign,
      member,
      text,
      passed,
      question: question === undefined ? undefined : workspace.find('entry', campaignId, question.memberId, question.slot),
      earlierIn: (slot) => workspace.find('entry', campaignId, member.memberId, slot),
      at: context.now,
    });
  },
  aside: (_input, workspace, context, step: Written) => keepEntry(workspace, step, context.now),
  reply: ({ slot, state }) => ({ slot, state }),
});

/** Takes a text of one's own back. */
export const remove = change<'content.remove'>()({
  documents: ({ communityId, campaignId, slot }, { caller }) => [makeId(communityId, 'entry', campaignId, caller.memberId, slot)],
  decide: ({ campaignId, slot }, workspace, { caller }) => decideTakeBack(workspace.find('entry', campaignId, caller.memberId, slot)),
  aside,
  reply: () => ({}),
});

/** Accepts an answer to one's own question. */
export const accept = change<'content.accept'>()({
  documents: ({ communityId, campaignId, slot, helperId }, { caller }) => [
    makeId(communityId, 'entry', campaignId, caller.memberId, slot),
    makeId(communityId, 'entry', campaignId, helperId, replySlot({ memberId: caller.memberId, slot })),
    makeId(communityId, 'member', helperId),
  ],
  decide({ campaignId, slot, helperId }, workspace, { caller, userContent }): Decision<EntryStep> {
    if (!userContent) return refused(switchedOff());
    const { memberId } = caller;
    const question = workspace.find('entry', campaignId, memberId, slot);
    const reply = workspace.find('entry', campaignId, helperId, replySlot({ memberId, slot }));
    return decideAccept(workspace.get('member', memberId), question, reply);
  },
  aside,
  reply: () => ({}),
});

/** Asks the owner to look at a text. */
export const report = change<'content.report'>()({
  documents: ({ communityId, campaignId, memberId, slot }) => [
    makeId(communityId, 'entry', campaignId, memberId, slot),
    makeId(communityId, 'member', memberId),
  ],
  decide({ campaignId, memberId, slot, reason }, workspace, { caller, userContent, now }): Decision<EntryStep> {
    if (!userContent) return refused(switchedOff());
    return decideReport(workspace.find('entry', campaignId, memberId, slot), caller.memberId, reason, now);
  },
  aside,
  reply: () => ({}),
});
