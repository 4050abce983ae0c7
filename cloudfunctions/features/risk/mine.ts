// The member's part of a review: what is said of them and why, and their appeal in their own words.
import { refuse } from '#core/refusals';
import { calendarOf } from '#core/rules/community/calendar';
import { wordsForTheOwner } from '#core/rules/content/texts';
import { APPEALS, appealSlot, decideAppeal } from '#core/rules/risk/review';
import { isWatched } from '#core/rules/risk/watch';
import type { EntryDocument, ReviewDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';
import { reviewOnWire } from '#server/features/risk/on-wire';

/** The review of the caller; null where there is none, or it has been over for long. */
export const mine: ViewHandler<'risk.mine'> = async (_input, { communityId, caller, member, store, today }) => {
  if (member === null || (member.block === undefined && !isWatched(member, today))) return { value: { review: null } };
  const { memberId } = caller;
  const key = makeId(communityId, 'review', memberId);
  const words = makeId(communityId, 'entry', APPEALS, memberId, appealSlot(member.appeals ?? 0));
  const documents = await store.read([key, words]);
  const review = documents.get(key) as ReviewDocument | undefined;
  const entry = (documents.get(words) ?? null) as EntryDocument | null;
  return { value: { review: review === undefined ? null : reviewOnWire(review, entry) } };
};

/** Appeals. The words stay beside the journal and go with the member. */
export const appeal = change<'risk.appeal'>()({
  async prepare({ text }, context) {
    if (text !== '' && !context.userContent) return { refusal: refuse('user_content_off', {}) };
    return context.content.words(context.caller.personKey, { path: 'text', text });
  },
  documents: (_input, { communityId, caller }) => [makeId(communityId, 'review', caller.memberId), makeId(communityId, 'tally')],
  decide(_input, workspace, { caller, now }) {
    const today = dayOf(now, calendarOf(workspace.get('community')));
    return decideAppeal(workspace.find('review', caller.memberId), workspace.get('member', caller.memberId), today);
  },
  aside({ text }, workspace, { caller, communityId, now }, { n }: { readonly n: number }) {
    if (text === '') return;
    const key = { campaignId: APPEALS, memberId: caller.memberId, slot: appealSlot(n) };
    workspace.put('entry', wordsForTheOwner(communityId, key, APPEALS, text, now));
  },
  reply: () => ({}),
});
