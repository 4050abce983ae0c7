// The owner's day in numbers: people of the day, and each campaign's funnel; every person counted once.
import { type DayCount, dayBoardId, funnelBoardId, memberBoardId } from '#core/rules/leaderboard/boards';
import type { CampaignDocument } from '#core/tables';
import type { ViewContext, ViewHandler } from '#server/app/request-context';

const CAMPAIGNS_MAX = 30;

async function funnelOf(
  context: ViewContext,
  campaignId: string,
): Promise<{ seen: number; opened: number; claimed: number; redeemed: number }> {
  const count = (stage: string) => context.count(funnelBoardId(context.communityId, campaignId, stage));
  const [seen, opened, claimed, redeemed] = await Promise.all([count('seen'), count('opened'), count('claimed'), count('redeemed')]);
  return { seen, opened, claimed, redeemed };
}

/** The day, and every campaign with the newest first, drafts and ended ones included. */
export const today: ViewHandler<'analytics.today'> = async (_input, context) => {
  const { communityId } = context;
  const countDay = (what: DayCount) => context.count(dayBoardId(communityId, context.today, what));
  const page = await context.store.list('campaign.byCreated', communityId, { prefix: [], order: 'descending' }, CAMPAIGNS_MAX);
  const campaigns = page.documents as unknown as readonly CampaignDocument[];
  const [members, entered, joined, checkedIn, claimed, redeemed, cards, stocks, funnels] = await Promise.all([
    context.count(memberBoardId(communityId)),
    countDay('entered'),
    countDay('joined'),
    countDay('checkedIn'),
    countDay('claimed'),
    countDay('redeemed'),
    context.cards(campaigns),
    context.load(
      'stock',
      campaigns.map((campaign) => [campaign.campaignId]),
    ),
    Promise.all(campaigns.map((campaign) => funnelOf(context, campaign.campaignId))),
  ]);
  const rows = cards.map((card, index) => {
    const stock = stocks[index];
    return {
      card,
      funnel: funnels[index] ?? { seen: 0, opened: 0, claimed: 0, redeemed: 0 },
      couponsReserved: stock?.couponsReserved ?? 0,
      couponsIssued: stock?.couponsIssued ?? 0,
      pointsReserved: stock?.pointsReserved ?? 0,
      pointsIssued: stock?.pointsIssued ?? 0,
    };
  });
  return { value: { today: context.today, members, day: { entered, joined, checkedIn, claimed, redeemed }, campaigns: rows } };
};
