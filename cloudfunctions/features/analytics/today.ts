// The owner's day in numbers: people of the day, and each campaign's funnel; every person counted once.
import type { FunnelStage } from '#core/rules/campaign/funnel';
import { goneUnits, LOW_AT_PERCENT, lowUnits } from '#core/rules/campaign/low-stock';
import { calendarOf } from '#core/rules/community/calendar';
import { queueBoardId } from '#core/rules/content/texts';
import { type DayCount, dayBoardId, funnelBoardId, USED } from '#core/rules/leaderboard/boards';
import { coveredEnds } from '#core/rules/leaderboard/covered-seasons';
import type { CampaignDocument } from '#core/tables';
import type { Day } from '#core/values/day';
import type { CampaignWithStock, ViewContext, ViewHandler } from '#server/app/request-context';

const dayCounts: readonly DayCount[] = ['entered', 'joined', 'checkedIn', 'claimed', 'redeemed'];
const stages: readonly FunnelStage[] = ['seen', 'opened', 'claimed', 'redeemed'];

/** The counts of some boards under the names that they stand for. */
function named<Name extends string>(names: readonly Name[], countOf: (name: Name) => number): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, countOf(name)])) as Record<Name, number>;
}

/** The last day of the season of the board that runs, of a campaign that gives prizes for it; null of every other. */
function seasonEnd(campaign: CampaignDocument, { community, today: on }: ViewContext): Day | null {
  if (campaign.type !== 'season_prize' || campaign.state !== 'live' || campaign.startsOn > on) return null;
  return coveredEnds(campaign, calendarOf(community)).find((untilOn) => untilOn >= on) ?? null;
}

/** The day, and the campaigns that were made last or are open, the newest first, drafts and ended ones included. */
export const today: ViewHandler<'analytics.today'> = async (input, context) => {
  const { communityId, community, tally } = context;
  const asked = input.campaignId === undefined ? [] : [input.campaignId];
  const ids = [...new Set([...community.recentCampaigns, ...community.openCampaigns, ...asked])];
  const dayBoard = (what: DayCount) => dayBoardId(communityId, context.today, what);
  const stageBoard = (campaignId: string, stage: FunnelStage | typeof USED) => funnelBoardId(communityId, campaignId, stage);
  const queue = queueBoardId(communityId);
  const boards = [
    queue,
    ...dayCounts.map(dayBoard),
    ...ids.flatMap((id) => ([...stages, USED] as const).map((stage) => stageBoard(id, stage))),
  ];
  const [found, counts] = await Promise.all([context.campaigns(ids), context.counts(boards)]);
  const campaigns = found.filter((one): one is CampaignWithStock => one !== null);
  const countOf = (board: string) => counts.get(board) ?? 0;
  const rows = context.cards(campaigns).map((card, index) => {
    const { couponsReserved = 0, couponsIssued = 0, pointsReserved = 0, pointsIssued = 0 } = campaigns[index]?.stock ?? {};
    const { goodsReserved = 0, goodsIssued = 0 } = campaigns[index]?.stock ?? {};
    const funnel = named(stages, (stage) => countOf(stageBoard(card.campaignId, stage)));
    const stock = campaigns[index]?.stock ?? null;
    // What an ended campaign has given is all that it has set aside: nobody is to be warned of that.
    const watched = card.state === 'ended' ? null : stock;
    const low = watched === null ? [] : [...lowUnits(watched)];
    const gone = watched === null ? [] : [...goneUnits(watched)];
    const lowAtPercent = stock?.lowAtPercent ?? LOW_AT_PERCENT;
    const confirmed = (campaigns[index]?.campaign.policy?.confirmed ?? []).map((finding) => ({ ...finding }));
    const outlook = campaigns[index]?.campaign.outlook ?? null;
    const used = countOf(stageBoard(card.campaignId, USED));
    const given = { couponsReserved, couponsIssued, pointsReserved, pointsIssued, goodsReserved, goodsIssued, low, gone, lowAtPercent };
    const offFen = stock?.offFen ?? 0;
    const seasonEndsOn = campaigns[index] === undefined ? null : seasonEnd(campaigns[index].campaign, context);
    return { card, funnel, used, offFen, outlook, confirmed, seasonEndsOn, ...given };
  });
  const day = named(dayCounts, (what) => countOf(dayBoard(what)));
  return { value: { today: context.today, members: tally.members, day, campaigns: rows, textsWaiting: countOf(queue) } };
};
