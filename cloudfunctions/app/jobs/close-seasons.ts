// Keeps the final standing of every board's finished week and month.
import { done } from '#core/rules/decision';
import { boardId } from '#core/rules/leaderboard/boards';
import { PRIZE_ROWS } from '#core/rules/leaderboard/prizes';
import { finishedSeasons, isSameSeason, SEASON_PLACES, type Season, seasonId } from '#core/rules/leaderboard/season';
import type { SeasonDocument } from '#core/tables';
import { dayOf } from '#core/values/day';
import { defineJob, type JobContext, type JobItem, jobKey } from '#server/app/jobs/define-job';
import { prizedSeasonsOf } from '#server/app/jobs/prized-seasons';

interface Standing extends JobItem {
  readonly season: Season;
  readonly total: number;
  readonly rows: SeasonDocument['rows'];
}

/** The first rows of the board of a season as it stands now, and how many members are on it. */
export async function rowsOfBoard(
  { store, communityId }: Pick<JobContext, 'store' | 'communityId'>,
  { board, period, fromOn }: Season,
  places: number,
): Promise<Pick<SeasonDocument, 'total' | 'rows'>> {
  const { rows, total } = await store.top(boardId(communityId, board, period, fromOn), places);
  return { total, rows: rows.map(({ key, rank, points, at }) => ({ memberId: key, rank, points, at })) };
}

export const closeSeasons = defineJob<Standing, { readonly total: number }>({
  name: 'season',
  looksFor: "boards' weeks and months that are over and whose standing is not kept yet",
  async find(context) {
    const { store, communityId, community, calendar, finishedOn } = context;
    const prized = (await prizedSeasonsOf(context)).map(({ season }) => season);
    const recent = finishedSeasons(dayOf(community.createdAt, calendar), finishedOn);
    const seasons = [...recent, ...prized.filter((season) => !recent.some((other) => isSameSeason(season, other)))];
    const ids = seasons.map((season) => seasonId(communityId, season));
    const kept = ids.length === 0 ? new Map() : await store.read(ids);
    const open = seasons.filter((_season, index) => !kept.has(ids[index] ?? ''));
    return Promise.all(
      open.map(async (season): Promise<Standing> => {
        const { board, period, fromOn } = season;
        const places = prized.some((one) => isSameSeason(one, season)) ? PRIZE_ROWS : SEASON_PLACES;
        return { key: jobKey('season', board, period, fromOn), season, ...(await rowsOfBoard(context, season, places)) };
      }),
    );
  },
  decide: ({ season, total, rows }) => done({ total }, [{ kind: 'season_closed', ...season, total, rows }]),
});
