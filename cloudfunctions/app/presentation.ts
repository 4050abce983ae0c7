// What several views show alike: the caller, the community, campaign cards; given to handlers through their context.
import type { ValueOf } from '#core/contract';
import { type CampaignCard, cardOf } from '#core/rules/campaign/card';
import { answersTo } from '#core/rules/campaign/types/index';
import { groupLabel, standsInGroup } from '#core/rules/community/standing';
import { funnelBoardId, planDayBoardId } from '#core/rules/leaderboard/boards';
import { tagOf } from '#core/rules/membership/member';
import type { CampaignDocument, StockDocument } from '#core/tables';
import type { ViewContext } from '#server/app/request-context';

/** What presenting needs of a view's context. */
type Presented = Omit<ViewContext, 'me' | 'cards' | 'communityCard'>;

/** The caller as they see themselves; a person who never came is a visitor with nothing. */
export async function meOf(context: Presented): Promise<ValueOf<'community.home'>['me']> {
  const { caller, member, community, now } = context;
  const person = (await context.people([caller.memberId])).get(caller.memberId);
  const groups = Object.entries(member?.groups ?? {}).map(([groupId, verifiedAt]) => ({
    groupId,
    label: groupLabel(community, groupId) ?? '',
    verifiedAt,
    fresh: standsInGroup(member, groupId, 'claim', now),
  }));
  return {
    memberId: caller.memberId,
    name: person?.name ?? null,
    tag: tagOf(caller.memberId),
    role: member?.role ?? 'visitor',
    joinedAt: member?.joinedAt ?? null,
    points: member?.points ?? 0,
    hidden: member?.hidden ?? false,
    groups,
  };
}

/** The live social proof of a campaign: who checked in to it today, who claimed, how many pairs were rewarded. */
async function peopleOf(campaign: CampaignDocument, stock: StockDocument | null, context: Presented): Promise<number> {
  if (answersTo(campaign.type, 'check_in')) return context.count(planDayBoardId(context.communityId, context.today, campaign.campaignId));
  if (answersTo(campaign.type, 'claim')) return context.count(funnelBoardId(context.communityId, campaign.campaignId, 'claimed'));
  return Math.floor((stock?.couponsIssued ?? 0) / 2);
}

/** The cards of campaigns, in their order. */
export async function cardsOf(campaigns: readonly CampaignDocument[], context: Presented): Promise<CampaignCard[]> {
  const { community, member, now } = context;
  const stocks = await context.load(
    'stock',
    campaigns.map((campaign) => [campaign.campaignId]),
  );
  return Promise.all(
    campaigns.map(async (campaign, index) => {
      const stock = stocks[index] ?? null;
      return cardOf({ community, campaign, stock, member, people: await peopleOf(campaign, stock, context), at: now });
    }),
  );
}
