// Complaints: filed by members, answered by the owner; what a member wrote stands beside the journal and goes with the member.
import { refuse } from '#core/refusals';
import { wordsForTheOwner } from '#core/rules/content/texts';
import { couponParts } from '#core/rules/coupon/coupon-parts';
import { maskedPerson } from '#core/rules/membership/member';
import { complaintSlot, decideAnswer, decideComplain } from '#core/rules/promise/complain';
import type { ComplaintDocument, EntryDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { change, type ViewContext, type ViewHandler } from '#server/app/request-context';

const COMPLAINTS_PAGE = 30;

/** Files a complaint about a campaign, or about one of the caller's coupons of it. */
export const complain = change<'promise.complain'>()({
  async prepare({ text }, context) {
    if (text !== '' && !context.userContent) return { refusal: refuse('user_content_off', {}) };
    return context.content.words(context.caller.personKey, { path: 'text', text });
  },
  documents: ({ communityId, campaignId }) => [makeId(communityId, 'campaign', campaignId), makeId(communityId, 'tally')],
  decide({ campaignId, couponId, reason }, workspace, { caller, communityId }) {
    const member = workspace.get('member', caller.memberId);
    const filed = member.complaints?.[campaignId] ?? 0;
    const last = filed === 0 ? null : workspace.find('complaint', campaignId, caller.memberId, String(filed));
    const parts = couponId === undefined ? null : couponParts(couponId, communityId);
    const coupon = couponId === undefined ? undefined : parts === null ? null : workspace.find('coupon', ...parts);
    return decideComplain({ campaign: workspace.find('campaign', campaignId), member, last, coupon, reason });
  },
  aside({ campaignId, text }, workspace, { caller, communityId, now }, { n }: { readonly n: number }) {
    if (text === '') return;
    const key = { campaignId, memberId: caller.memberId, slot: complaintSlot(n) };
    workspace.put('entry', wordsForTheOwner(communityId, key, `complaint.${campaignId}`, text, now));
  },
  reply: (value) => value,
});

/** Answers a complaint, or says that it has been made good. */
export const answer = change<'promise.answer'>()({
  prepare: ({ text }, { content, caller }) => content.words(caller.personKey, { path: 'text', text }),
  documents: ({ communityId, campaignId, memberId, n }) => [
    makeId(communityId, 'complaint', campaignId, memberId, String(n)),
    makeId(communityId, 'tally'),
  ],
  decide: ({ campaignId, memberId, n, text, settled }, workspace) =>
    decideAnswer(workspace.find('complaint', campaignId, memberId, String(n)), text, settled),
  reply: (value) => value,
});

async function onWire(documents: readonly ComplaintDocument[], { load }: ViewContext) {
  const texts = await load(
    'entry',
    documents.map(({ campaignId, memberId, n }) => [campaignId, memberId, complaintSlot(n)]),
  );
  return documents.map(({ campaignId, memberId, n, couponId, reason, state, filedAt, answer: said }, index) => ({
    campaignId,
    memberId,
    n,
    person: maskedPerson(memberId),
    couponId,
    reason,
    text: (texts[index] as EntryDocument | null | undefined)?.text ?? '',
    state,
    filedAt,
    answer: said,
  }));
}

/** The caller's complaints, the newest first. */
export const ofMine: ViewHandler<'promise.complaintsOfMine'> = async ({ cursor }, context) => {
  const range = { prefix: [context.caller.memberId], order: 'descending' } as const;
  const page = await context.store.list('complaint.byMember', context.communityId, range, COMPLAINTS_PAGE, cursor);
  const documents = page.documents as unknown as readonly ComplaintDocument[];
  return { value: { complaints: await onWire(documents, context), cursor: page.cursor } };
};

/** The complaints of a state: those that wait, the oldest first; the others, the newest. */
export const all: ViewHandler<'promise.complaints'> = async ({ state, cursor }, context) => {
  const range = { prefix: [state], order: state === 'open' ? 'ascending' : 'descending' } as const;
  const page = await context.store.list('complaint.byState', context.communityId, range, COMPLAINTS_PAGE, cursor);
  const documents = page.documents as unknown as readonly ComplaintDocument[];
  return { value: { complaints: await onWire(documents, context), cursor: page.cursor } };
};
