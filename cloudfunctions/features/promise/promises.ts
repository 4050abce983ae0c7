// The promises that broke: the owner's list of them, and making one good.
import { calendarOf } from '#core/rules/community/calendar';
import { maskedPerson } from '#core/rules/membership/member';
import { decideSettle } from '#core/rules/promise/settle-promise';
import type { MakeGoodDocument } from '#core/tables';
import { dayOf, daysBetween } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { change, type ViewHandler } from '#server/app/request-context';

const PROMISES_PAGE = 30;

/** The promises that wait, the oldest first, with both people and what each was promised. */
export const open: ViewHandler<'promise.open'> = async (input, context) => {
  const { communityId, store, tally } = context;
  const range = { prefix: ['open'], order: 'ascending' } as const;
  const page = await store.list('makeGood.byState', communityId, range, PROMISES_PAGE, input.cursor);
  const documents = page.documents as unknown as readonly MakeGoodDocument[];
  const people = await context.people(documents.flatMap(({ inviterId, inviteeId }) => [inviterId, inviteeId]));
  const personOf = (memberId: string) => people.get(memberId) ?? maskedPerson(memberId);
  const promises = documents.map(({ campaignId, inviterId, inviteeId, reason, brokenAt, terms }) => ({
    campaignId,
    title: terms.title,
    inviter: personOf(inviterId),
    friend: personOf(inviteeId),
    benefit: terms.benefit,
    thresholdFen: terms.thresholdFen,
    useDays: daysBetween(terms.useFromOn, terms.useUntilOn) + 1,
    reason,
    brokenAt,
  }));
  return { value: { promises, total: tally.promises, cursor: page.cursor } };
};

/** Makes a promise good: both get their coupon now. */
export const settle = change<'promise.settle'>()({
  documents: ({ communityId, campaignId, inviterId, inviteeId }) => [
    makeId(communityId, 'makeGood', campaignId, inviterId, inviteeId),
    makeId(communityId, 'invite', campaignId, inviterId, inviteeId),
    makeId(communityId, 'stock', campaignId),
    makeId(communityId, 'member', inviterId),
    makeId(communityId, 'member', inviteeId),
  ],
  decide({ campaignId, inviterId, inviteeId }, workspace, { communityId, codes, now }) {
    return decideSettle({
      communityId,
      promise: workspace.find('makeGood', campaignId, inviterId, inviteeId),
      inviter: workspace.find('member', inviterId),
      friend: workspace.find('member', inviteeId),
      today: dayOf(now, calendarOf(workspace.get('community'))),
      numberOf: codes.couponNumber,
    });
  },
  reply: (value) => value,
});
