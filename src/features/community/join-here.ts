// Joining the community that is looked at, and taking a wish to join back.
import { phone } from '#app/features/this-phone';
import type { InputOf } from '#core/contract';

/** The answers to what newcomers are asked. */
export type JoinAnswers = NonNullable<InputOf<'community.join'>['answers']>;

/**
 * Joins, or asks to; answers whether it has worked. `onJoined` also runs when the person had joined before, elsewhere, and when the owner has
 * to say yes first: what is on show has changed all the same.
 */
export async function joinHere(answers: JoinAnswers, onJoined: () => void): Promise<boolean> {
  const communityId = phone.communities.current();
  const reply = await phone.join.run({ communityId, ...(answers.length === 0 ? {} : { answers }) });
  if (reply === null) return false;
  // What is asked has changed since the page was read.
  if (!reply.ok && reply.code === 'answers_needed') await phone.home.refresh();
  const isKnown = !reply.ok && (reply.code === 'already_joined' || reply.code === 'already_waiting');
  if (!reply.ok && !isKnown) return false;
  phone.join.dismiss();
  if (reply.ok && reply.value.joinedAt !== null) phone.firstSteps.begin(communityId);
  void phone.communities.load();
  await phone.home.refresh();
  onJoined();
  return true;
}

/** Takes the wish back; answers whether it waits no more. */
export async function withdrawHere(): Promise<boolean> {
  const reply = await phone.withdraw.run({ communityId: phone.communities.current() });
  if (reply === null || (!reply.ok && reply.code !== 'nothing_waiting')) return false;
  phone.withdraw.dismiss();
  await phone.home.refresh();
  return true;
}
