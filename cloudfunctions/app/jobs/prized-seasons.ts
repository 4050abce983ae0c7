// The seasons of the board for which open campaigns give prizes, as far as they are over.
import { answersTo } from '#core/rules/campaign/types/index';
import { boardWindow } from '#core/rules/leaderboard/boards';
import type { Season } from '#core/rules/leaderboard/season';
import { endedSeasons, periodOf, settlementId } from '#core/rules/leaderboard/settle-season';
import type { CampaignDocument } from '#core/tables';
import type { JobContext } from '#server/app/jobs/define-job';
import { openCampaignsOf } from '#server/app/jobs/open-campaigns';

/** A season that is over, and the campaign that gives prizes for it. */
export interface PrizedSeason {
  readonly campaign: CampaignDocument;
  readonly season: Season;
}

function prizedSeasons(campaign: CampaignDocument, { community, finishedOn }: JobContext): PrizedSeason[] {
  if (!answersTo(campaign.type, 'season_close')) return [];
  const period = periodOf(campaign);
  return endedSeasons(campaign, community, finishedOn).map((untilOn) => {
    const fromOn = boardWindow(period, untilOn).fromOn ?? untilOn;
    return { campaign, season: { board: 'checkin', period, fromOn, untilOn } };
  });
}

/** All of them, settled or not; the campaigns are read in one call, and in none where no campaign is open. */
export async function prizedSeasonsOf(context: JobContext): Promise<readonly PrizedSeason[]> {
  return (await openCampaignsOf(context)).flatMap((campaign) => prizedSeasons(campaign, context));
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
