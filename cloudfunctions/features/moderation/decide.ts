// The owner lets a nickname or a picture through, or not, with the reason.
import { keepProfile, profileIn } from '#core/rules/membership/keep-profile';
import type { ProfileStep } from '#core/rules/membership/profile';
import { decideModeration } from '#core/rules/moderation/decide';
import { makeId } from '#core/values/ids';
import { change } from '#server/app/request-context';

/** Judges one thing that waits. */
export const decide = change<'moderation.decide'>()({
  documents: (input, context) => [makeId(context.communityId, 'profile', input.memberId)],
  decide: ({ memberId, shown, since, refusal }, workspace) => decideModeration(profileIn(workspace, memberId), { shown, since, refusal }),
  aside: (_input, workspace, context, step: ProfileStep) => keepProfile(workspace, step, context.now),
  reply: () => ({}),
});
