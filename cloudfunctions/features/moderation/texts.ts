// The owner's look at texts of members: those that wait because nobody has looked yet, and those that were reported.
import { decideJudge } from '#core/rules/content/judge';
import { type EntryStep, keepEntry } from '#core/rules/content/keep-entry';
import { type Decision, done } from '#core/rules/decision';
import { maskedPerson } from '#core/rules/membership/member';
import { letInEvents } from '#core/rules/trial/apply';
import { APPLY_SLOT } from '#core/rules/trial/trial';
import type { CampaignDocument, EntryDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';

const PAGE = 20;

/** One page of the queue, the oldest first. */
export const texts: ViewHandler<'moderation.texts'> = async (input, context) => {
  const { communityId } = context;
  const page = await context.store.list('entry.byQueued', communityId, { prefix: [], order: 'ascending' }, PAGE, input.cursor);
  const entries = page.documents as unknown as readonly EntryDocument[];
  const campaignKey = (campaignId: string) => makeId(communityId, 'campaign', campaignId);
  const keys = [...new Set(entries.map(({ campaignId }) => campaignKey(campaignId)))];
  const writers = entries.map(({ memberId }) => memberId);
  const { people, documents } = await context.peopleWith(writers, keys);
  const waiting = entries.map(({ campaignId, memberId, slot, text, writtenAt, state, reports }) => ({
    campaignId,
    title: (documents.get(campaignKey(campaignId)) as CampaignDocument | undefined)?.title ?? '',
    person: people.get(memberId) ?? maskedPerson(memberId),
    slot,
    text,
    since: writtenAt,
    shown: state === 'shown',
    reports: [...reports],
  }));
  return { value: { waiting, cursor: page.cursor } };
};

/** Lets a text stand, or takes it off with the reason; it leaves the queue either way. */
export const judge = change<'moderation.judge'>()({
  documents: ({ communityId, campaignId, memberId, slot }) => [
    makeId(communityId, 'entry', campaignId, memberId, slot),
    makeId(communityId, 'member', memberId),
  ],
  decide({ campaignId, memberId, slot, since, refusal }, workspace, context): Decision<EntryStep> {
    const decision = decideJudge(workspace.find('entry', campaignId, memberId, slot), since, refusal);
    if (decision.kind === 'refused' || slot !== APPLY_SLOT || refusal !== null) return decision;
    // Somebody has applied for a trial with it: who comes first may be chosen by this.
    const chosen = letInEvents({
      community: workspace.get('community'),
      campaign: workspace.get('campaign', campaignId),
      stock: workspace.get('stock', campaignId),
      member: workspace.get('member', memberId),
      at: context.now,
      numberOf: context.codes.couponNumber,
    });
    return done(decision.value, [...decision.events, ...chosen]);
  },
  aside: (_input, workspace, context, step: EntryStep) => keepEntry(workspace, step, context.now),
  reply: () => ({}),
});
