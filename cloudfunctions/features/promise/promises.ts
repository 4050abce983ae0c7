// The promises that broke: the owner's list of them, making one good, and reporting that one cannot be kept.
import type { ValueOf } from '#core/contract';
import { calendarOf } from '#core/rules/community/calendar';
import type { CouponTerms } from '#core/rules/coupon/coupon-terms';
import { maskedPerson } from '#core/rules/membership/member';
import { decideOrderReport } from '#core/rules/points/order';
import { decideReport } from '#core/rules/promise/complain';
import { decideSettle } from '#core/rules/promise/settle-promise';
import type { MakeGoodDocument, Owed } from '#core/tables';
import { dayOf, daysBetween } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { type ChangeContext, change, type ViewHandler } from '#server/app/request-context';

const PROMISES_PAGE = 30;

type Wire = ValueOf<'promise.open'>['promises'][number];

function owedOnWire(owed: Owed): Wire['owed'] {
  if (owed.kind === 'words') return { kind: 'words', words: owed.words };
  if (owed.kind === 'points') return { kind: 'points', points: owed.points };
  if (owed.kind === 'goods') {
    const { number, item, points, words } = owed;
    return { kind: 'goods', number, item, points, words };
  }
  const coupon = ({ benefit, thresholdFen, useFromOn, useUntilOn }: CouponTerms) => ({
    benefit,
    thresholdFen,
    useDays: daysBetween(useFromOn, useUntilOn) + 1,
  });
  if (owed.kind === 'coupon') return { kind: 'coupon', ...coupon(owed.terms) };
  return { kind: 'invite', friend: owed.friend.map(coupon), inviter: owed.inviter.map(coupon) };
}

/** The promises that wait, the oldest first, with whom they were made to and what each owes. */
export const open: ViewHandler<'promise.open'> = async (input, context) => {
  const { communityId, store, tally } = context;
  const range = { prefix: ['open'], order: 'ascending' } as const;
  const page = await store.list('makeGood.byState', communityId, range, PROMISES_PAGE, input.cursor);
  const documents = page.documents as unknown as readonly MakeGoodDocument[];
  const named = documents.flatMap(({ kind, memberId, about }) => (kind === 'invite' ? [memberId, about] : [memberId]));
  const people = await context.people(named);
  const personOf = (memberId: string) => people.get(memberId) ?? maskedPerson(memberId);
  const promises = documents.map(({ campaignId, memberId, about, kind, title, owed, reason, brokenAt }) => ({
    campaignId,
    memberId,
    about,
    kind,
    title,
    member: personOf(memberId),
    friend: kind === 'invite' ? personOf(about) : null,
    owed: owedOnWire(owed),
    reason,
    brokenAt,
  }));
  return { value: { promises, total: tally.promises, cursor: page.cursor } };
};

/** The refusal of words that may not be said; nothing where there are none. */
function checkWords(words: string | undefined, { content, caller }: ChangeContext) {
  return content.words(caller.personKey, { path: 'words', text: words ?? '' });
}

/** Makes a promise good: gives what is owed, or keeps the words that settle it. */
export const settle = change<'promise.settle'>()({
  prepare: ({ words }, context) => checkWords(words, context),
  documents: ({ communityId, campaignId, memberId, about }) => [
    makeId(communityId, 'makeGood', campaignId, memberId, about),
    makeId(communityId, 'invite', campaignId, memberId, about),
    makeId(communityId, 'stock', campaignId),
    makeId(communityId, 'member', memberId),
    makeId(communityId, 'member', about),
    makeId(communityId, 'tally'),
  ],
  decide({ campaignId, memberId, about, words = null }, workspace, { communityId, codes, now }) {
    const promise = workspace.find('makeGood', campaignId, memberId, about);
    const ordered = promise?.settledAt === null && promise.owed.kind === 'goods' ? String(promise.owed.n) : null;
    return decideSettle({
      communityId,
      promise,
      member: workspace.find('member', memberId),
      friend: promise?.kind === 'invite' ? workspace.find('member', about) : null,
      order: ordered === null ? null : workspace.find('order', campaignId, memberId, ordered),
      campaign: ordered === null ? null : workspace.find('campaign', campaignId),
      words,
      today: dayOf(now, calendarOf(workspace.get('community'))),
      numberOf: codes.couponNumber,
    });
  },
  reply: (value) => value,
});

/** Records that something promised cannot be given. */
export const report = change<'promise.report'>()({
  prepare: ({ words }, context) => checkWords(words, context),
  documents: ({ communityId, campaignId, memberId, kind, n }) => [
    makeId(communityId, 'campaign', campaignId),
    makeId(communityId, 'member', memberId),
    makeId(communityId, 'makeGood', campaignId, memberId, `${kind}-${n}`),
    makeId(communityId, 'tally'),
    ...(kind === 'coupon' ? [makeId(communityId, 'coupon', campaignId, memberId, String(n))] : []),
    ...(kind === 'exchange' ? [makeId(communityId, 'order', campaignId, memberId, String(n))] : []),
  ],
  decide({ campaignId, memberId, kind, n, words }, workspace, { now }) {
    const campaign = workspace.find('campaign', campaignId);
    const member = workspace.find('member', memberId);
    if (kind === 'exchange') {
      return decideOrderReport(workspace.find('order', campaignId, memberId, String(n)), member, campaign, { words, at: now });
    }
    return decideReport({
      campaign,
      member,
      kind,
      n,
      coupon: kind === 'coupon' ? workspace.find('coupon', campaignId, memberId, String(n)) : null,
      existing: workspace.find('makeGood', campaignId, memberId, `${kind}-${n}`),
      words,
      at: now,
    });
  },
  reply: () => ({}),
});
