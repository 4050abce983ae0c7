// Settles the seasons of the board that campaigns give prizes for, and those that an early end cut short: each once, however often the timer fires.
import type { Workspace } from '#core/rules/audit/workspace';
import { done } from '#core/rules/decision';
import { PRIZE_ROWS } from '#core/rules/leaderboard/prizes';
import { type Season, seasonId } from '#core/rules/leaderboard/season';
import { type Standing, settleEvents, settlementId } from '#core/rules/leaderboard/settle-season';
import type { CampaignDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import { rowsOfBoard } from '#server/app/jobs/close-seasons';
import { defineJob, ITEMS_MAX, type JobItem, jobKey } from '#server/app/jobs/define-job';
import { seasonsToSettleOf, unsettledSeasons } from '#server/app/jobs/prized-seasons';

interface EndedSeason extends JobItem {
  readonly campaignId: string;
  readonly season: Season;
  /** Of a season that was cut short, as the board stands now: it is not over, so nothing of it is kept. */
  readonly cut: Pick<Standing, 'total' | 'rows'> | null;
}

/** The standing that a season is settled from; null while the one of its end is not kept. */
function standingOf({ season, cut }: EndedSeason, { endedAt }: CampaignDocument, workspace: Workspace): Standing | null {
  if (cut === null) return workspace.find('season', season.board, season.period, season.fromOn);
  return endedAt === null ? null : { ...season, ...cut, closedAt: endedAt, isCut: true };
}

export const settleSeasons = defineJob<EndedSeason, unknown>({
  name: 'settle',
  looksFor: 'weeks and months of the board whose prizes are not settled yet: those that are kept, and those that an early end cut short',
  async find(context) {
    const open = await unsettledSeasons(context, await seasonsToSettleOf(context));
    return Promise.all(
      open.slice(0, ITEMS_MAX).map(async ({ campaign: { campaignId }, season, isCut }): Promise<EndedSeason> => {
        const key = jobKey('settle', campaignId, season.untilOn);
        return { key, campaignId, season, cut: isCut ? await rowsOfBoard(context, season, PRIZE_ROWS) : null };
      }),
    );
  },
  documents: ({ campaignId, season }, { communityId }) => [
    makeId(communityId, 'campaign', campaignId),
    makeId(communityId, 'stock', campaignId),
    seasonId(communityId, season),
    settlementId(communityId, { campaignId, untilOn: season.untilOn }),
  ],
  decide(item, workspace, { now }) {
    const { campaignId, season } = item;
    const isSettled = workspace.find('settlement', campaignId, season.untilOn) !== null;
    const campaign = workspace.get('campaign', campaignId);
    const standing = standingOf(item, campaign, workspace);
    // Not kept yet: the next look finds it again.
    if (standing === null || isSettled) return done({}, []);
    const members = workspace.glance(
      'member',
      standing.rows.slice(0, PRIZE_ROWS).map(({ memberId }) => [memberId]),
    );
    const stock = workspace.get('stock', campaignId);
    return done({}, settleEvents({ community: workspace.get('community'), campaign, stock, season: standing, members, at: now }));
  },
});
