// Writing in a topic, or asking and answering in questions and answers; and taking back what one wrote.
import { refuse } from '#core/refusals';
import { gateRefusal } from '#core/rules/campaign/gate';
import type { EntryStep } from '#core/rules/content/keep-entry';
import {
  isShown,
  questionSlot,
  replySlot,
  stateAfter,
  TOPIC_SLOT,
  takenOver,
  textIn,
  traceOf,
  underQuestion,
} from '#core/rules/content/texts';
import { type Decision, done, refused } from '#core/rules/decision';
import type { CampaignDocument, CommunityDocument, EntryDocument, MemberDocument } from '#core/tables';
import { communityOf, makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** What writing is decided on. */
export interface WriteFacts {
  readonly community: CommunityDocument;
  readonly campaign: CampaignDocument;
  readonly member: MemberDocument;
  readonly text: string;
  /** Whether the content check let it pass; else it waits for the owner. */
  readonly passed: boolean;
  /** The question that it answers; undefined for an answer to a topic, or a question of one's own; null where there is none. */
  readonly question: EntryDocument | null | undefined;
  /** A text of the member in a slot, as it stands. */
  readonly earlierIn: (slot: string) => EntryDocument | null;
  readonly at: Instant;
}

/** What has become of a text, and how it is kept. */
export interface Written extends EntryStep {
  readonly slot: string;
  readonly state: 'shown' | 'waiting';
}

/** How many questions a member has asked in a campaign, those that were taken back among them. */
export function askedBy(member: Pick<MemberDocument, 'entries'>, campaignId: string): number {
  const entry = member.entries[campaignId];
  return entry?.kind === 'question' ? entry.asked : 0;
}

function written(facts: WriteFacts, slot: string, under: string, what: 'topic' | 'question' | 'reply'): Decision<Written> {
  const { campaign, member, text, at } = facts;
  const { campaignId } = campaign;
  const { memberId } = member;
  const earlier = facts.earlierIn(slot);
  const state = stateAfter(earlier, facts.passed);
  const before = takenOver(earlier);
  const entry: EntryDocument = {
    id: makeId(communityOf(facts.community.id), 'entry', campaignId, memberId, slot),
    campaignId,
    memberId,
    slot,
    text,
    state,
    refusal: null,
    writtenAt: at,
    under,
    shownAt: state === 'shown' ? at : null,
    queuedAt: state === 'waiting' || before.reports.length > 0 ? at : null,
    ...before,
    acceptedId: null,
  };
  const key = { campaignId, memberId, slot };
  return done({ key, entry, slot, state }, [{ kind: 'entry_written', campaignId, slot, what, state }]);
}

/**
 * Decides a text. Refusals in order: the gate's, then for an answer that there is no such question, that it is one's own, that the answer
 * has been accepted; for a question that no more may be asked.
 */
export function decideWrite(facts: WriteFacts): Decision<Written> {
  const { campaign, member, question } = facts;
  const { campaignId } = campaign;
  const closed = gateRefusal(facts, 'checkIn');
  if (closed !== null) return refused(closed);
  if (campaign.type === 'topic') return written(facts, TOPIC_SLOT, campaignId, 'topic');
  if (question === undefined) {
    const max = Number(campaign.parameters['questionsMax']);
    const held = askedBy(member, campaignId);
    if (held >= max) return refused(refuse('asked_all', { max }));
    return written(facts, questionSlot(held + 1), campaignId, 'question');
  }
  if (!isShown(question)) return refused(refuse('not_found', { what: 'entry' }));
  if (question.memberId === member.memberId) return refused(refuse('own_entry', {}));
  if (question.acceptedId === member.memberId) return refused(refuse('already_accepted', {}));
  return written(facts, replySlot(question), underQuestion(question), 'reply');
}

/** Takes a text of one's own back; the limit that it used up stays used up. */
export function decideTakeBack(kept: EntryDocument | null): Decision<EntryStep> {
  const entry = textIn(kept);
  if (entry === null) return refused(refuse('not_found', { what: 'entry' }));
  const { campaignId, memberId, slot } = entry;
  return done({ key: { campaignId, memberId, slot }, entry: traceOf(entry) }, [{ kind: 'entry_removed', campaignId, slot }]);
}
