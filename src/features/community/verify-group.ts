// Proves anew that the person stands in a group: what is only for a group wants a proof from just now.
import type { No } from '#app/features/call';
import { phone } from '#app/features/this-phone';
import { askForProof } from '#app/platform/group-proof';
import type { NoProof } from '#app/platform/proof-answer';

/** Why there was nothing to come in with, or what the server said; true when the group is proved. */
export type Verified = true | NoProof | No;

/** Asks the platform for a proof and comes in with it. */
export async function verifyGroup(): Promise<Verified> {
  const answer = await askForProof();
  if ('none' in answer) return answer.none;
  const { proof } = answer;
  const entered = await phone.communities.enter({ communityId: phone.communities.current(), campaignId: null, inviteToken: null }, proof);
  if (!entered.ok) return entered;
  await phone.home.refresh();
  return entered.proofNo ?? true;
}
