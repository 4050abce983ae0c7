// The owner's look at what members want to show.
import { refuse } from '#core/refusals';
import { type Decision, done, refused } from '#core/rules/decision';
import { judgeWaiting, type ProfileStep, type Shown } from '#core/rules/membership/profile';
import type { ModerationReason, ProfileDocument } from '#core/tables';
import type { Instant } from '#core/values/instant';

/** What is judged: what somebody wanted to show since an instant, and why not, or null to let it through. */
export interface Judgement {
  readonly shown: Shown;
  readonly since: Instant;
  readonly refusal: ModerationReason | null;
}

/** Judges what waits; refused when it does not wait any more, since it was judged, changed or taken back meanwhile. */
export function decideModeration(profile: ProfileDocument, { shown, since, refusal }: Judgement): Decision<ProfileStep> {
  const step = judgeWaiting(profile, shown, since, refusal);
  if (step === null) return refused(refuse('nothing_waiting', {}));
  return done(step, [{ kind: 'moderated', memberId: profile.memberId, shown, refusal }]);
}
