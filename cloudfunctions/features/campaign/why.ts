// Why somebody can take part in a campaign, or cannot: for members themselves, and for the owner about any member.

import type { ValueOf } from '#core/contract';
import { refuse } from '#core/refusals';
import { whyConditions } from '#core/rules/campaign/why';
import { runsTheDesk } from '#core/rules/community/roles';
import type { ViewHandler } from '#server/app/request-context';

type Conditions = ValueOf<'campaign.why'>['conditions'];

/** Every condition with its numbers. Somebody else's are the owner's to ask for. Drafts are nobody's to see. */
export const why: ViewHandler<'campaign.why'> = async ({ campaignId, memberId }, context) => {
  const { caller, community, now } = context;
  const isOther = memberId !== undefined && memberId !== caller.memberId;
  if (isOther && !runsTheDesk(context.member?.role)) return { refusal: refuse('not_found', { what: 'member' }) };
  const [found] = await context.campaigns([campaignId]);
  if (!found || found.campaign.state === 'draft') return { refusal: refuse('not_found', { what: 'campaign' }) };
  const [other = null] = isOther ? await context.load('member', [[memberId]]) : [];
  if (isOther && other === null) return { refusal: refuse('not_found', { what: 'member' }) };
  const { campaign, stock } = found;
  const member = isOther ? other : context.member;
  const prizes = member === null ? null : await context.prizesNow(found, member.memberId);
  const conditions = whyConditions({ campaign, community, stock, prizes, member, at: now });
  const told = conditions.map(({ code, data, refusal }) => ({ code, data: { ...data }, refusal: refusal && { ...refusal } }));
  return { value: { conditions: told as unknown as Conditions, can: conditions.every(({ refusal }) => refusal === null) } };
};
