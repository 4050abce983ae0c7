// Settles the seasons of the board that campaigns give prizes for: each once, from its kept standing, however often the timer fires.
import { done } from '#core/rules/decision';
import { PRIZE_ROWS } from '#core/rules/leaderboard/prizes';
import { type Season, seasonId } from '#core/rules/leaderboard/season';
import { settleEvents, settlementId } from '#core/rules/leaderboard/settle-season';
import { makeId } from '#core/values/ids';
import { defineJob, ITEMS_MAX, type JobItem, jobKey } from '#server/app/jobs/define-job';
import { prizedSeasonsOf, unsettledSeasons } from '#server/app/jobs/prized-seasons';

interface EndedSeason extends JobItem {
  readonly campaignId: string;
  readonly season: Season;
}

export const settleSeasons = defineJob<EndedSeason, unknown>({
  name: 'settle',
  looksFor: 'weeks and months of the board that are kept and whose prizes are not settled yet',
  async find(context) {
    const open = await unsettledSeasons(context, await prizedSeasonsOf(context));
    return open.slice(0, ITEMS_MAX).map(({ campaign: { campaignId }, season }) => {
      return { key: jobKey('settle', campaignId, season.untilOn), campaignId, season };
    });
  },
  documents: ({ campaignId, season }, { communityId }) => [
    makeId(communityId, 'campaign', campaignId),
    makeId(communityId, 'stock', campaignId),
    seasonId(communityId, season),
    settlementId(communityId, { campaignId, untilOn: season.untilOn }),
  ],
  decide({ campaignId, season: { board, period, fromOn, untilOn } }, workspace, { now }) {
    const season = workspace.find('season', board, period, fromOn);
    const isSettled = workspace.find('settlement', campaignId, untilOn) !== null;
    const campaign = workspace.get('campaign', campaignId);
    // Not kept yet: the next look finds it again. Ended by its owner meanwhile: there is nothing to settle it from.
    if (season === null || isSettled || campaign.state === 'ended') return done({}, []);
    const members = workspace.glance(
      'member',
      season.rows.slice(0, PRIZE_ROWS).map(({ memberId }) => [memberId]),
    );
    const stock = workspace.get('stock', campaignId);
    return done({}, settleEvents({ community: workspace.get('community'), campaign, stock, season, members, at: now }));
  },
});
