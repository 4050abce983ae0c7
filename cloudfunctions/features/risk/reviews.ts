// The owner's part of a review: what waits, one of them with all its facts, the decision, and the answer to an appeal.
import { refuse } from '#core/refusals';
import { calendarOf } from '#core/rules/community/calendar';
import { maskedPerson } from '#core/rules/membership/member';
import { APPEALS, appealSlot, decideAppealAnswer, decideReview } from '#core/rules/risk/review';
import type { EntryDocument, ReviewDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { type Id, makeId } from '#core/values/ids';
import { type ChangeContext, change, type ViewHandler } from '#server/app/request-context';
import { reviewLine, reviewOnWire } from '#server/features/risk/on-wire';

const PAGE = 20;

/** The reviews that wait for the owner, the longest first; or those that do not, as they last changed. */
export const queue: ViewHandler<'risk.queue'> = async ({ part, cursor }, context) => {
  const { communityId, store } = context;
  const [index, order] = part === 'waiting' ? (['review.byWaiting', 'ascending'] as const) : (['review.byRest', 'descending'] as const);
  const page = await store.list(index, communityId, { prefix: [], order }, PAGE, cursor);
  const reviews = page.documents as unknown as readonly ReviewDocument[];
  const people = await context.people(reviews.map(({ memberId }) => memberId));
  return {
    value: {
      reviews: reviews.map((review) => reviewLine(review, people.get(review.memberId) ?? maskedPerson(review.memberId))),
      cursor: page.cursor,
    },
  };
};

/** One review with every account that it rests on. */
export const review: ViewHandler<'risk.review'> = async ({ memberId }, context) => {
  const { communityId } = context;
  const [found] = await context.load('review', [[memberId]]);
  if (!found) return { refusal: refuse('not_found', { what: 'review' }) };
  const words = found.appeal === null ? [] : [makeId(communityId, 'entry', APPEALS, memberId, appealSlot(found.appeal.n))];
  const { people, documents } = await context.peopleWith([memberId, ...found.accounts.map((one) => one.memberId)], words);
  const personOf = (one: string) => people.get(one) ?? maskedPerson(one);
  const entry = (documents.get(words[0] ?? '') ?? null) as EntryDocument | null;
  return {
    value: {
      person: personOf(memberId),
      review: reviewOnWire(found, entry),
      cost: { ...found.cost },
      accounts: found.accounts.map(({ memberId: accountId, inviterId, joinedAt, actedAt, lastOn, usedAtOnce }) => ({
        person: personOf(accountId),
        throughTag: inviterId === memberId ? null : personOf(inviterId).tag,
        joinedAt,
        actedAt,
        lastOn,
        usedAtOnce,
      })),
    },
  };
};

/** What deciding on somebody's review reads. */
function concerned({ memberId }: { readonly memberId: string }, { communityId }: ChangeContext): readonly Id[] {
  return [makeId(communityId, 'review', memberId), makeId(communityId, 'member', memberId), makeId(communityId, 'tally')];
}

/** Looks an owner's words over before they are kept: the member will read them. */
function checkWords(text: string | undefined, { content, caller }: ChangeContext) {
  return content.words(caller.personKey, { path: 'text', text: text ?? '' });
}

/** Says that nothing is wrong, or restricts for a time with the reason. */
export const decide = change<'risk.decide'>()({
  prepare: ({ restriction }, context) => checkWords(restriction?.text, context),
  documents: concerned,
  decide({ memberId, noticedAt, restriction }, workspace, { now }) {
    const today = dayOf(now, calendarOf(workspace.get('community')));
    return decideReview(workspace.find('review', memberId), workspace.find('member', memberId), { noticedAt, restriction }, today);
  },
  reply: (value) => value,
});

/** Answers an appeal. */
export const answer = change<'risk.answer'>()({
  prepare: ({ text }, context) => checkWords(text, context),
  documents: concerned,
  decide: ({ memberId, text, lifted }, workspace) => decideAppealAnswer(workspace.find('review', memberId), { text, lifted }),
  reply: () => ({}),
});
