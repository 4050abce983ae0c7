// The invite card of this person for a campaign: asked for once, and remembered for the launch.
import { phone } from '#app/features/this-phone';
import type { ValueOf } from '#core/contract';

/** An invite as the server issues it. */
export type InviteCard = ValueOf<'invite.create'>;

const known = new Map<string, InviteCard>();

/** The invite card; null when it was refused (the reason is in `phone.invite`), or is being asked for already. */
export async function inviteCardOf(campaignId: string): Promise<InviteCard | null> {
  const key = `${phone.communities.current()} ${campaignId}`;
  const kept = known.get(key);
  if (kept !== undefined) return kept;
  const reply = await phone.invite.run({ communityId: phone.communities.current(), campaignId });
  if (reply === null || !reply.ok) return null;
  known.set(key, reply.value);
  return reply.value;
}
