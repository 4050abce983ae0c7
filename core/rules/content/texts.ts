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

/** A text where there is one; null also of one that was taken back and has left its trace. */
export function textIn(entry: EntryDocument | null | undefined): EntryDocument | null {
  return entry === null || entry === undefined || entry.takenBack === true ? null : entry;
}

function isDoubted(earlier: EntryDocument | null): boolean {
  if (earlier === null) return false;
  return earlier.doubted === true || earlier.state === 'refused' || earlier.reports.length >= REPORTS_HIDE;
}

/** After a "no" of the owner, or while it is hidden by reports, the next text waits for a look whatever the checker says. */
export function stateAfter(earlier: EntryDocument | null, passed: boolean): 'shown' | 'waiting' {
  return passed && !isDoubted(earlier) ? 'shown' : 'waiting';
}

/** What a text takes over from the one before it in its place. */
export function takenOver(earlier: EntryDocument | null): Pick<EntryDocument, 'reportedBy' | 'reports' | 'doubted'> {
  const { reportedBy, reports } = earlier ?? { reportedBy: [], reports: [] };
  return { reportedBy, reports, ...(isDoubted(earlier) ? { doubted: true } : {}) };
}

/** What a text leaves in its place when it is taken back: the doubts, so that nothing comes back on show by it; null where there are none. */
export function traceOf(entry: EntryDocument): EntryDocument | null {
  if (!isDoubted(entry) && entry.reports.length === 0) return null;
  const { id, campaignId, memberId, slot, writtenAt, under } = entry;
  const unseen = { text: '', state: 'waiting', refusal: null, shownAt: null, queuedAt: null, acceptedId: null } as const;
  return { id, campaignId, memberId, slot, writtenAt, under, ...unseen, ...takenOver(entry), takenBack: true };
}

/** Whether a text stands for others to see. */
export function isShown(entry: EntryDocument | null): entry is EntryDocument {
  return entry?.state === 'shown';
}
