// The seasons of the board for which campaigns give prizes: those that are over, and those that an early end cut short.
import { answersTo } from '#core/rules/campaign/types/index';
import { cutSeason, endedSeasons, seasonUntil } from '#core/rules/leaderboard/covered-seasons';
import type { Season } from '#core/rules/leaderboard/season';
import { settlementId } from '#core/rules/leaderboard/settle-season';
import type { CampaignDocument } from '#core/tables';
import type { JobContext } from '#server/app/jobs/define-job';
import { campaignsOf } from '#server/app/jobs/open-campaigns';

/** A season that is over, and the campaign that gives prizes for it. */
export interface PrizedSeason {
  readonly campaign: CampaignDocument;
  readonly season: Season;
  /** The campaign was ended while it ran. */
  readonly isCut?: true;
}

function prizedSeasons(campaign: CampaignDocument, { community, finishedOn }: JobContext): PrizedSeason[] {
  if (!answersTo(campaign.type, 'season_close')) return [];
  return endedSeasons(campaign, community, finishedOn).map((untilOn) => ({ campaign, season: seasonUntil(campaign, untilOn) }));
}

/** The campaigns that are open, and those that have ended before all of their seasons were settled. */
function prizingCampaignsOf(context: JobContext): Promise<readonly CampaignDocument[]> {
  const { openCampaigns, unsettledCampaigns = [] } = context.community;
  return campaignsOf(context, [...openCampaigns, ...unsettledCampaigns]);
}

/** All of them, settled or not; the campaigns are read in one call, and in none where there is no campaign. */
export async function prizedSeasonsOf(context: JobContext): Promise<readonly PrizedSeason[]> {
  return (await prizingCampaignsOf(context)).flatMap((campaign) => prizedSeasons(campaign, context));
}

/** The same, with the seasons that were cut short by an early end; those are not over. */
export async function seasonsToSettleOf(context: JobContext): Promise<readonly PrizedSeason[]> {
  return (await prizingCampaignsOf(context)).flatMap((campaign) => {
    const cut = answersTo(campaign.type, 'season_close') ? cutSeason(campaign, context.calendar) : null;
    return [...prizedSeasons(campaign, context), ...(cut === null ? [] : [{ campaign, season: cut, isCut: true } as const])];
  });
}

/** Those that have not been settled yet, oldest first. */
export async function unsettledSeasons(
  context: Pick<JobContext, 'communityId' | 'store'>,
  prized: readonly PrizedSeason[],
): Promise<readonly PrizedSeason[]> {
  const idOf = ({ campaign, season }: PrizedSeason) =>
    settlementId(context.communityId, { campaignId: campaign.campaignId, untilOn: season.untilOn });
  if (prized.length === 0) return [];
  const kept = await context.store.read(prized.map(idOf));
  const open = prized.filter((one) => !kept.has(idOf(one)));
  return open.sort((one, other) => (one.season.untilOn < other.season.untilOn ? -1 : one.season.untilOn > other.season.untilOn ? 1 : 0));
}

/** Which of some campaigns have nothing left to settle: all that give no prizes, and those whose every season is settled. */
export async function areSettled(context: JobContext, campaigns: readonly CampaignDocument[]): Promise<ReadonlySet<string>> {
  const open = await unsettledSeasons(
    context,
    campaigns.flatMap((campaign) => prizedSeasons(campaign, context)),
  );
  const waiting = new Set(open.map(({ campaign }) => campaign.campaignId));
  return new Set(campaigns.map(({ campaignId }) => campaignId).filter((campaignId) => !waiting.has(campaignId)));
}
