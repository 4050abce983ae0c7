// The invite card of this person for a campaign: asked for once, and remembered for the launch.
import { phone } from '#app/features/this-phone';
import type { ValueOf } from '#core/contract';

/** An invite as the server issues it. */
export type InviteCard = ValueOf<'invite.create'>;

/** What was asked for, by community and campaign: a page that comes while another still waits shares its answer. */
const known = new Map<string, Promise<InviteCard | null>>();

async function ask(communityId: string, campaignId: string): Promise<InviteCard | null> {
  const reply = await phone.invite.run({ communityId, campaignId });
  return reply?.ok === true ? reply.value : null;
}

/** The invite card; null when it was refused (the reason is in `phone.invite`), and asked for anew the next time. */
export function inviteCardOf(campaignId: string): Promise<InviteCard | null> {
  const communityId = phone.communities.current();
  const key = `${communityId} ${campaignId}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const asked = ask(communityId, campaignId);
  known.set(key, asked);
  const forget = () => known.delete(key);
  asked.then((card) => card ?? forget(), forget);
  return asked;
}
