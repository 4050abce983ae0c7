// Looks, once a night, at who came lately and through whom, and puts what is noticed before the owner.
import { costOf } from '#core/rules/risk/cost';
import type { Newcomer } from '#core/rules/risk/group';
import { createNotice, LOOK_DAYS } from '#core/rules/risk/notice';
import type { Noticed } from '#core/rules/risk/noticed';
import { decideNotice } from '#core/rules/risk/review';
import type { CouponDocument, IdentityDocument, InviteDocument, MemberDocument, ReviewCost, ReviewDocument } from '#core/tables';
import { addDays, dayOf, dayStartAt } from '#core/values/day';
import { makeId } from '#core/values/ids';
import { defineJob, type JobContext, type JobItem, jobKey } from '#server/app/jobs/define-job';
import { PAGE_LIMIT_MAX } from '#server/ports/store';

/** How many pages of newcomers are gone through, the latest first. */
const PAGES = 5;

/** How many groups are put before the owner in one night, the heaviest first; the others are found again the next. */
const NOTICED_MAX = 5;

/** Of how many accounts it is asked where they joined from. */
const ACCOUNTS_MAX = 400;

interface NoticedRing extends JobItem {
  readonly noticed: Noticed;
  readonly cost: ReviewCost;
}

async function newcomersOf({ store, communityId, calendar, finishedOn }: JobContext): Promise<readonly MemberDocument[]> {
  const from = dayStartAt(addDays(finishedOn, 1 - LOOK_DAYS), calendar);
  const range = { prefix: [], from, order: 'descending' } as const;
  const members: MemberDocument[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const found = await store.list('member.byJoined', communityId, range, PAGE_LIMIT_MAX, cursor);
    members.push(...(found.documents as unknown as readonly MemberDocument[]));
    if (found.cursor === null) break;
    cursor = found.cursor;
  }
  return members;
}

const unique = (ids: readonly string[]) => [...new Set(ids)];

/** Where accounts joined from, of those of whom it is still known. */
async function placesOf({ store, communityId }: JobContext, memberIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const documents = await store.read(memberIds.slice(0, ACCOUNTS_MAX).map((memberId) => makeId(communityId, 'identity', memberId)));
  const accounts = [...documents.values()] as unknown as readonly IdentityDocument[];
  return new Map(accounts.flatMap(({ memberId, place }): [string, string][] => (place === undefined ? [] : [[memberId, place]])));
}

/** The heaviest of what is noticed, without what has been looked at before. */
async function noticedOf(context: JobContext): Promise<readonly Noticed[]> {
  const { store, communityId, calendar, finishedOn } = context;
  const newcomers: readonly Newcomer[] = await newcomersOf(context);
  const facts = { newcomers, calendar, finishedOn };
  const first = createNotice(facts);
  const { subjects } = first;
  if (subjects.length === 0) return [];
  const memberKey = (memberId: string) => makeId(communityId, 'member', memberId);
  const reviewKey = (memberId: string) => makeId(communityId, 'review', memberId);
  const known = await store.read(subjects.flatMap((memberId) => [memberKey(memberId), reviewKey(memberId)]));
  const inviters = subjects.flatMap((memberId) => (known.get(memberKey(memberId)) as MemberDocument | undefined) ?? []);
  const places = await placesOf(context, unique(subjects.flatMap((memberId) => [memberId, ...first.accountsOf(memberId)])));
  const notice = createNotice({ ...facts, inviters, places });
  const noticed = inviters.flatMap(({ memberId, role, joinedAt }) => {
    const review = known.get(reviewKey(memberId)) as ReviewDocument | undefined;
    return role !== 'member' || joinedAt === null ? [] : (notice.of(memberId, review?.noticedAt) ?? []);
  });
  return noticed.sort((one, other) => other.weight - one.weight || (one.memberId < other.memberId ? -1 : 1)).slice(0, NOTICED_MAX);
}

/** What the invites of each group have cost: two questions for all of them. */
async function costsOf({ store, communityId }: JobContext, noticed: readonly Noticed[]): Promise<readonly ReviewCost[]> {
  const keys = noticed.map(({ accounts }) =>
    accounts.map(({ campaignId, inviterId, memberId }) => makeId(communityId, 'invite', campaignId, inviterId, memberId)),
  );
  const invites = await store.read(keys.flat());
  const couponKeys = keys.map((own) =>
    own.flatMap((key) => {
      const invite = invites.get(key) as InviteDocument | undefined;
      return (invite?.coupons ?? []).map(({ memberId, n }) => makeId(communityId, 'coupon', invite?.campaignId ?? '', memberId, String(n)));
    }),
  );
  const coupons = await store.read(couponKeys.flat());
  return couponKeys.map((own) => costOf(own.flatMap((key) => (coupons.get(key) as CouponDocument | undefined) ?? [])));
}

export const noticeRings = defineJob<NoticedRing, unknown>({
  name: 'risk',
  looksFor: 'people who came lately through one member, with signs that they are not there for the community',
  async find(context) {
    const { store, communityId, community, calendar, finishedOn } = context;
    if (dayOf(community.createdAt, calendar) > finishedOn) return [];
    // The day is counted right after this look: where it has been, the look has been as well.
    const counted = makeId(communityId, 'daily', finishedOn);
    if ((await store.read([counted])).has(counted)) return [];
    const noticed = await noticedOf(context);
    if (noticed.length === 0) return [];
    const costs = await costsOf(context, noticed);
    return noticed.flatMap((one, index): NoticedRing[] => {
      const cost = costs[index];
      return cost === undefined ? [] : [{ key: jobKey('risk', one.memberId, finishedOn), noticed: one, cost }];
    });
  },
  documents: ({ noticed }, { communityId }) => [
    makeId(communityId, 'member', noticed.memberId),
    makeId(communityId, 'review', noticed.memberId),
    makeId(communityId, 'tally'),
  ],
  decide({ noticed, cost }, workspace, { today }) {
    const { memberId } = noticed;
    return decideNotice({
      noticed,
      cost,
      review: workspace.find('review', memberId),
      member: workspace.find('member', memberId),
      today,
    });
  },
});
