// The owner's reviews on the phone: what waits and what does not, one of them whole, and what is decided and answered.
import type { Caller, No } from '#app/features/call';
import { createDeed, type Deed } from '#app/features/deed';
import { createPaged, type Paged } from '#app/features/paged';
import { createResource, type Resource } from '#app/features/resource';
import type { InputOf, ValueOf } from '#core/contract';

/** One line of the list. */
export type ReviewLine = ValueOf<'risk.queue'>['reviews'][number];
/** A review with all that it rests on. */
export type WholeReview = ValueOf<'risk.review'>;
/** Which of them: those that wait for the owner, or the others. */
export type ReviewPart = InputOf<'risk.queue'>['part'];

/** The reviews of the community that is looked at. */
export interface Reviews {
  readonly lists: Readonly<Record<ReviewPart, Paged<ReviewLine, null>>>;
  readonly decide: Deed<InputOf<'risk.decide'>, 'risk.decide'>;
  readonly answer: Deed<InputOf<'risk.answer'>, 'risk.answer'>;
  /** The review of one member. */
  of(communityId: string, memberId: string): Resource<WholeReview>;
  clear(): void;
}

/** Makes them. */
export function createReviews(caller: Caller, newId: () => string, here: () => { readonly communityId: string }): Reviews {
  const listOf = (part: ReviewPart) =>
    createPaged<ReviewLine, null>(async (cursor) => {
      const reply = await caller.view('risk.queue', { ...here(), part, ...(cursor === undefined ? {} : { cursor }) });
      return reply.ok ? { ok: true, items: reply.value.reviews, cursor: reply.value.cursor, head: null } : (reply as No);
    });
  const lists = { waiting: listOf('waiting'), past: listOf('past') };
  return {
    lists,
    decide: createDeed((input, requestId) => caller.change('risk.decide', input, requestId), newId),
    answer: createDeed((input, requestId) => caller.change('risk.answer', input, requestId), newId),
    of: (communityId, memberId) =>
      createResource(async () => (await caller.view('risk.review', { communityId, memberId })) as { ok: true; value: WholeReview } | No),
    clear() {
      for (const list of Object.values(lists)) list.clear();
    },
  };
}
