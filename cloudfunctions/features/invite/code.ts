// The mini-code of a member's poster: it holds where the community is and the invite's token, which only the server can read.
import { refuse } from '#core/refusals';
import { CARD_PAGE } from '#core/rules/campaign/share';
import type { ViewHandler } from '#server/app/request-context';

/** The code of an invite that has been made. */
export const code: ViewHandler<'invite.code'> = async ({ communityId, campaignId }, context) => {
  const token = context.codes.inviteToken(communityId, campaignId, context.caller.memberId);
  const [link] = await context.load('inviteLink', [[token]]);
  if (!link) return { refusal: refuse('not_found', { what: 'invite' }) };
  const picture = await context.miniCode.picture({ scene: `${communityId}.${token}`, page: CARD_PAGE.slice(1) });
  return { value: { picture: picture === null ? null : Buffer.from(picture).toString('base64') } };
};
