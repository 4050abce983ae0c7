// The claim as a screen does it.
import type { No } from '#app/features/call';
import { phone } from '#app/features/this-phone';
import type { ValueOf } from '#core/contract';

/** What a claim answers. */
export type ClaimValue = ValueOf<'coupon.claim'>;

/** Claims, of a group price so many pieces; null when it is being done already. */
export async function claimNow(
  campaignId: string,
  quantity?: number,
): Promise<{ readonly ok: true; readonly value: ClaimValue } | No | null> {
  const reply = await phone.claim.run({
    communityId: phone.communities.current(),
    campaignId,
    ...(quantity === undefined ? {} : { quantity }),
  });
  if (reply === null) return null;
  // Whatever the answer, what is left has changed since it was shown.
  void phone.home.refresh();
  if (!reply.ok) return reply as No;
  const { value } = reply;
  phone.home.put((home) => ({
    ...home,
    campaigns: home.campaigns.map((card) =>
      card.campaignId === campaignId ? { ...card, left: value.left, mine: { ...card.mine, claimed: card.mine.claimed + 1 } } : card,
    ),
  }));
  void phone.wallet.refresh();
  return reply;
}
