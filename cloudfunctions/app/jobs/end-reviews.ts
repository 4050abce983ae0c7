// Ends what a review holds back once its days are over, whoever has looked or not.
import { decideReviewEnd } from '#core/rules/risk/review';
import type { ReviewDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { defineJob, ITEMS_MAX, type JobItem, jobKey } from '#server/app/jobs/define-job';

interface OverReview extends JobItem {
  readonly memberId: string;
}

export const endReviews = defineJob<OverReview, unknown>({
  name: 'review-end',
  looksFor: 'reviews and restrictions whose last day is over',
  async find({ store, communityId, finishedOn }) {
    const { documents } = await store.list('review.byUntil', communityId, { prefix: [], until: finishedOn, order: 'ascending' }, ITEMS_MAX);
    const reviews = documents as unknown as readonly ReviewDocument[];
    // Named after when it last changed as well: the same member may be looked at again.
    return reviews.map(({ memberId, changedAt }) => ({ key: jobKey('review-end', memberId, String(changedAt)), memberId }));
  },
  documents: ({ memberId }, { communityId }) => [
    makeId(communityId, 'review', memberId),
    makeId(communityId, 'member', memberId),
    makeId(communityId, 'tally'),
  ],
  decide: ({ memberId }, workspace, { finishedOn }) => decideReviewEnd(workspace.find('review', memberId), finishedOn),
});
