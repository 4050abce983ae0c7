// Hears what WeChat's check says of a picture, minutes after it was shown: it is let through, refused, or left to the owner's look.
import { done } from '#core/rules/decision';
import { keepProfile, profileIn } from '#core/rules/membership/keep-profile';
import { decideModeration } from '#core/rules/moderation/decide';
import type { CommunityDocument, ProfileDocument } from '#core/tables';
import { communityOf, makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import { defineJob, type JobItem, jobKey } from '#server/app/jobs/define-job';
import { type JobParts, jobContextOf } from '#server/app/run-jobs';

interface AnswerItem extends JobItem {
  readonly memberId: string;
  readonly traceId: string;
  readonly passed: boolean;
}

const takeAnswer = defineJob<AnswerItem, Record<never, never>>({
  name: 'picture',
  looksFor: 'nothing: it is run with what WeChat tells',
  find: async () => [],
  documents: ({ memberId }, { communityId }) => [makeId(communityId, 'profile', memberId)],
  decide({ memberId, traceId, passed }, workspace, { now }) {
    const profile = profileIn(workspace, memberId);
    const waiting = profile.waiting.picture;
    // Judged by the owner meanwhile, taken back, or another picture by now.
    if (waiting === null || waiting.traceId !== traceId) return done({}, []);
    const decision = decideModeration(profile, { shown: 'picture', since: waiting.since, refusal: passed ? null : 'other' });
    if (decision.kind === 'refused') return decision;
    keepProfile(workspace, decision.value, now);
    return done({}, decision.events);
  },
});

/**
 * Takes the answer to one check to the picture that waits for it. Harmless if it comes again; a trace that nothing waits for is ignored,
 * and so is an answer that leaves it to a person.
 */
export async function judgePicture(
  { traceId, result }: { readonly traceId: string; readonly result: 'pass' | 'review' | 'risky' },
  parts: JobParts,
  now: Instant,
): Promise<void> {
  if (result === 'review') return;
  const page = await parts.store.list('profile.byTrace', null, { prefix: [traceId], order: 'ascending' }, 1);
  const profile = page.documents[0] as ProfileDocument | undefined;
  if (profile === undefined) return;
  const communityKey = makeId(communityOf(profile.id), 'community');
  const community = (await parts.store.read([communityKey])).get(communityKey) as CommunityDocument | undefined;
  if (community === undefined) return;
  const item: AnswerItem = { key: jobKey('picture', traceId), memberId: profile.memberId, traceId, passed: result === 'pass' };
  await jobContextOf(parts, community, now).run(takeAnswer, item);
}
