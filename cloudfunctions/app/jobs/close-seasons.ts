// Keeps the final standing of every board's finished week and month.
import { done } from '#core/rules/decision';
import { boardId } from '#core/rules/leaderboard/boards';
import { finishedSeasons, SEASON_PLACES, type Season, seasonId } from '#core/rules/leaderboard/season';
import type { SeasonDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { defineJob, type JobItem, jobKey } from '#server/app/jobs/define-job';

interface Standing extends JobItem {
  readonly season: Season;
  readonly total: number;
  readonly rows: SeasonDocument['rows'];
}

export const closeSeasons = defineJob<Standing, { readonly total: number }>({
  name: 'season',
  looksFor: "boards' weeks and months that are over and whose standing is not kept yet",
  async find({ store, communityId, community, calendar, finishedOn }) {
    const seasons = finishedSeasons(dayOf(community.createdAt, calendar), finishedOn);
    const ids = seasons.map((season) => seasonId(communityId, season));
    const kept = ids.length === 0 ? new Map() : await store.read(ids);
    const open = seasons.filter((_season, index) => !kept.has(ids[index] ?? ''));
    return Promise.all(
      open.map(async (season): Promise<Standing> => {
        const { board, period, fromOn } = season;
        const top = await store.top(boardId(communityId, board, period, fromOn), SEASON_PLACES);
        const rows = top.rows.map(({ key, rank, points, at }) => ({ memberId: key, rank, points, at }));
        return { key: jobKey('season', board, period, fromOn), season, total: top.total, rows };
      }),
    );
  },
  decide: ({ season, total, rows }) => done({ total }, [{ kind: 'season_closed', ...season, total, rows }]),
});
