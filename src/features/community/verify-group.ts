// Proves anew that the person stands in a group: what is only for a group wants a proof from just now.
import type { No } from '#app/features/call';
import { phone } from '#app/features/this-phone';
import { askForProof } from '#app/platform/group-proof';

/** Asks the platform for a proof and comes in with it; false when the app was not opened from a group. */
export async function verifyGroup(): Promise<boolean | No> {
  const proof = await askForProof();
  if (proof === null) return false;
  const entered = await phone.communities.enter({ communityId: phone.communities.current(), campaignId: null, inviteToken: null }, proof);
  if (!entered.ok) return entered;
  await phone.home.refresh();
  return entered.proofNo ?? true;
}
