// What the texts of members are called: the slot of each, and what it stands under.
import type { EntryDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';

/** The longest text that a member can write in a campaign, in characters. */
export const ENTRY_TEXT_MAX = 300;

/** From so many reports on nobody sees a text until the owner has looked. */
export const REPORTS_HIDE = 3;

/** The one answer that a member gives to a topic. */
export const TOPIC_SLOT = 'answer';

/** Names one text of one member in a campaign. */
export interface EntryKey {
  readonly campaignId: string;
  readonly memberId: string;
  readonly slot: string;
}

/** The slot of a member's n-th question, from 1. */
export function questionSlot(n: number): string {
  return `q${n}`;
}

/** Whether a slot is that of a question. */
export function isQuestion(slot: string): boolean {
  return /^q\d+$/.test(slot);
}

/** The slot of a member's answer to a question: one each. */
export function replySlot({ memberId, slot }: Pick<EntryKey, 'memberId' | 'slot'>): string {
  return `to-${memberId}-${slot}`;
}

/** What answers to a question stand under; answers to a topic and the questions themselves stand under their campaign. */
export function underQuestion({ campaignId, memberId, slot }: EntryKey): string {
  return `${campaignId}.${memberId}.${slot}`;
}

/** The key by which a text is counted in the owner's queue. */
export function queueKey({ campaignId, memberId, slot }: EntryKey): string {
  return `${campaignId}.${memberId}.${slot}`;
}

/** The id of the board that counts the texts in the owner's queue: beside the journal, as the texts are. */
export function queueBoardId(communityId: string): string {
  return makeId(communityId, 'queue', 'texts');
}

/** Words of a member that the owner alone reads: in no list that members see, and in no queue. */
export function wordsForTheOwner(communityId: string, key: EntryKey, under: string, text: string, writtenAt: Instant): EntryDocument {
  const { campaignId, memberId, slot } = key;
  const seen = { state: 'waiting', refusal: null, shownAt: null, queuedAt: null, reportedBy: [], reports: [], acceptedId: null } as const;
  return { id: makeId(communityId, 'entry', campaignId, memberId, slot), ...key, text, under, writtenAt, ...seen };
}

/** Whether a text stands for others to see. */
export function isShown(entry: EntryDocument | null): entry is EntryDocument {
  return entry?.state === 'shown';
}
