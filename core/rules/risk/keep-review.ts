// Keeps a review, and counts whether it waits for the owner.
import type { Workspace } from '#core/rules/audit/workspace';
import { countIn } from '#core/rules/community/tally';
import type { ReviewDocument } from '#core/tables';

/** Keeps it; since when it rests follows from whether it waits. */
export function keepReview(workspace: Workspace, review: Omit<ReviewDocument, 'restsSince'>): void {
  const before = workspace.find('review', review.memberId)?.waitingSince ?? null;
  const more = (review.waitingSince === null ? 0 : 1) - (before === null ? 0 : 1);
  if (more !== 0) countIn(workspace, 'reviewsWaiting', more);
  workspace.put('review', { ...review, restsSince: review.waitingSince === null ? review.changedAt : null });
}
