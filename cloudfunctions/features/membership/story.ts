// One member's story for the owner: who they are, and what they did, read from the journal and from their coupons.

import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { type StoryLine, storyOf, storyOfCoupon } from '#core/rules/audit/member-story';
import { streakOn } from '#core/rules/checkin/record';
import { isKnown } from '#core/rules/community/block';
import { calendarOf } from '#core/rules/community/calendar';
import { answerSlot, DOOR, QUESTIONS_MAX } from '#core/rules/community/joining';
import { blockOnWire } from '#core/rules/community/on-wire';
import { maskedPerson } from '#core/rules/membership/member';
import { tagsOf } from '#core/rules/membership/tags';
import { heldOn } from '#core/rules/membership/tier';
import type { CampaignDocument, CouponDocument, EntryDocument, JoinRequestDocument, JournalDocument, MemberDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { makeId } from '#core/values/ids';
import type { ViewContext, ViewHandler } from '#server/app/request-context';
import type { Documents } from '#server/ports/store';

type Story = ValueOf<'membership.story'>;

/** How many journal documents or coupons one page goes back over. */
const PAGE = 100;

const noMember = { refusal: refuse('not_found', { what: 'member' }) } as const;

const indexes = { deeds: 'journal.byMember', coupons: 'coupon.byMember', given: 'journal.byLedger' } as const;

/** Somebody who has joined and not left, or was put out; everybody else is nobody. */
function present(member: MemberDocument | null | undefined): MemberDocument | null {
  return member == null || !isKnown(member) ? null : member;
}

function answerIds(communityId: string, memberId: string): readonly string[] {
  return Array.from({ length: QUESTIONS_MAX }, (_, index) => makeId(communityId, 'entry', DOOR, memberId, answerSlot(index + 1)));
}

/** What somebody answered when they came in; nothing where they were asked nothing. */
function answersIn(documents: Documents, communityId: string, memberId: string): Pick<NonNullable<Story['who']>, 'answers'> {
  const request = documents.get(makeId(communityId, 'joinRequest', memberId)) as JoinRequestDocument | undefined;
  if (request === undefined || request.questions.length === 0) return {};
  const texts = answerIds(communityId, memberId).map((id) => (documents.get(id) as EntryDocument | undefined)?.text ?? '');
  return { answers: request.questions.map((question, index) => ({ question, text: texts[index] ?? '' })) };
}

/** Who it is, and through whom they came: the member, then the names of both. */
async function whoIs(memberId: string, context: ViewContext): Promise<Story['who']> {
  const { community, communityId, today } = context;
  const member = present((await context.load('member', [[memberId]]))[0]);
  if (member === null) return null;
  const throughId = member.invitedBy?.inviterId ?? member.source.inviterId;
  const throughKey = makeId(communityId, 'member', throughId ?? memberId);
  const doorKeys = [makeId(communityId, 'joinRequest', memberId), ...answerIds(communityId, memberId)];
  const { people, documents } = await context.peopleWith(
    [memberId, ...(throughId === undefined ? [] : [throughId])],
    [throughKey, ...doorKeys],
  );
  const isThere = throughId !== undefined && present(documents.get(throughKey) as MemberDocument | undefined) !== null;
  const held = heldOn(member, today);
  return {
    person: people.get(memberId) ?? maskedPerson(memberId),
    role: member.role,
    tier: held.code,
    tierSinceOn: held.sinceOn,
    tags: member.tags.filter((tagId) => tagsOf(community).some((tag) => tag.tagId === tagId)),
    joinedAt: member.joinedAt,
    points: member.points,
    streakDays: Math.max(0, ...Object.values(member.checkins).map((record) => streakOn(record, today))),
    lastSeenOn: member.lastEnteredOn,
    ...answersIn(documents, communityId, memberId),
    ...blockOnWire(member),
    came: member.invitedBy === null ? member.source.kind : 'invite',
    through: isThere ? (people.get(throughId) ?? maskedPerson(throughId)) : null,
    groupLabel: community.groups.find(({ groupId }) => groupId === member.source.groupId)?.label ?? null,
  };
}

/** The lines of a page; what a member did before they last left is nobody's any more, and ends the story. */
function linesOf(documents: readonly unknown[], part: keyof typeof indexes, member: MemberDocument, context: ViewContext) {
  const calendar = calendarOf(context.community);
  const { memberId, erasedAt } = member;
  if (part === 'coupons') {
    const coupons = (documents as readonly CouponDocument[]).filter(({ claimedAt }) => erasedAt === undefined || claimedAt > erasedAt);
    const lines = coupons.flatMap((coupon) => [...storyOfCoupon(coupon, (at) => dayOf(at, calendar))].reverse());
    return { lines: lines.sort((one, other) => other.at - one.at), isOver: coupons.length < documents.length };
  }
  const journals = documents as readonly JournalDocument[];
  const end = journals.findIndex(({ events, at }) => {
    const hasLeft = events.some(({ kind }) => kind === 'member_erased' || kind === 'points_forfeited');
    return hasLeft || (erasedAt !== undefined && at < erasedAt);
  });
  const counted = (end === -1 ? journals : journals.slice(0, end)).filter((journal) => part === 'deeds' || journal.memberId !== memberId);
  return { lines: counted.flatMap((journal) => [...storyOf(journal, memberId)].reverse()), isOver: end !== -1 };
}

function onWire({ coupon, rewards, ...line }: StoryLine, titleOf: (campaignId: string) => string): Story['lines'][number] {
  return {
    ...line,
    title: titleOf(line.campaignId),
    rewards: rewards.map((reward) => ({ ...reward, title: titleOf(reward.campaignId) })),
    coupon: coupon === null ? null : { ...coupon.terms, reason: coupon.reason, order: coupon.order },
  };
}

/** A part of a member's story, the newest line first. */
export const story: ViewHandler<'membership.story'> = async ({ memberId, part, cursor }, context) => {
  const { communityId, store } = context;
  if (part === 'who') {
    const who = await whoIs(memberId, context);
    return who === null ? noMember : { value: { who, lines: [], cursor: null } };
  }
  const page = await store.list(indexes[part], communityId, { prefix: [memberId], order: 'descending' }, PAGE, cursor);
  const named = page.documents.flatMap((document) => campaignsIn(document, part, memberId));
  const memberKey = makeId(communityId, 'member', memberId);
  const campaignKey = (campaignId: string) => makeId(communityId, 'campaign', campaignId);
  const documents = await store.read([memberKey, ...[...new Set(named)].map(campaignKey)]);
  const member = present(documents.get(memberKey) as MemberDocument | undefined);
  if (member === null) return noMember;
  const { lines, isOver } = linesOf(page.documents, part, member, context);
  const campaignOf = (campaignId: string) =>
    campaignId === '' ? undefined : (documents.get(campaignKey(campaignId)) as CampaignDocument | undefined);
  const titleOf = (campaignId: string) => campaignOf(campaignId)?.title ?? '';
  return { value: { who: null, lines: lines.map((line) => onWire(line, titleOf)), cursor: isOver ? null : page.cursor } };
};

/** The campaigns whose titles the lines of a document need. */
function campaignsIn(document: unknown, part: keyof typeof indexes, memberId: string): readonly string[] {
  if (part === 'coupons') return [(document as CouponDocument).campaignId];
  const lines = storyOf(document as JournalDocument, memberId);
  const named = lines.flatMap(({ campaignId, rewards }) => [campaignId, ...rewards.map((reward) => reward.campaignId)]);
  return named.filter((campaignId) => campaignId !== '');
}
