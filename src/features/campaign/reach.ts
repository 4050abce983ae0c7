// Tells the server which cards came on show and which were opened: once per card and launch, and never in anybody's way.
import { newRequestId } from '#app/features/call';
import { phone } from '#app/features/this-phone';

const told = new Set<string>();

/** Counts cards as seen or opened. What is lost on the way is lost: a count is not worth a person's wait. */
export function tellReach(communityId: string, how: 'seen' | 'opened', campaignIds: readonly string[]): void {
  const fresh = campaignIds.filter((campaignId) => !told.has(`${how} ${campaignId}`)).slice(0, 20);
  if (fresh.length === 0) return;
  for (const campaignId of fresh) told.add(`${how} ${campaignId}`);
  const input = { communityId, seen: how === 'seen' ? fresh : [], opened: how === 'opened' ? fresh : [] };
  void phone.caller.change('campaign.reach', input, newRequestId());
}
