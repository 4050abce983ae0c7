// The code of an invite's poster: WeChat's mini-code, or the web address of the invite where there is none.
import type { No } from '#app/features/call';
import type { InviteCard } from '#app/features/invite/invite-card';
import { phone } from '#app/features/this-phone';
import { hasMiniCodes, keepMiniCode, keptMiniCode } from '#app/platform/mini-code';
import { webAddress } from '#app/platform/web-address';
import { qrDataUrl } from '#app/ui/qr-picture.tsx';

/** Pixels per module of a web address's code before it is drawn: sharp at the size of a poster. */
const CODE_CELL = 10;

/** The code as a picture's address; a "no" of the server; null where neither kind of code exists. */
export async function posterCodeOf(campaignId: string, invite: InviteCard): Promise<{ readonly picture: string | null } | No> {
  if (hasMiniCodes) {
    const kept = keptMiniCode(invite.token);
    if (kept !== null) return { picture: kept };
    const reply = await phone.caller.view('invite.code', { communityId: phone.communities.current(), campaignId });
    if (!reply.ok) return reply as No;
    if (reply.value.picture !== null) return { picture: keepMiniCode(invite.token, reply.value.picture) };
  }
  const address = webAddress(invite.card.path);
  return { picture: address === null ? null : qrDataUrl(address, CODE_CELL) };
}
