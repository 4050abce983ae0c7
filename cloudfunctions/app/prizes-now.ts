// How the prizes of the board stand in the season that runs: as they would be settled if it ended now.
import { answersTo } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import { boardId } from '#core/rules/leaderboard/boards';
import { cutSeason } from '#core/rules/leaderboard/covered-seasons';
import type { PrizesNow } from '#core/rules/leaderboard/prize-conditions';
import { PRIZE_ROWS } from '#core/rules/leaderboard/prizes';
import { prizeRows } from '#core/rules/leaderboard/settle-season';
import type { CommunityDocument, MemberDocument } from '#core/tables';
import { makeId } from '#core/values/ids';
import type { Instant } from '#core/values/instant';
import type { CampaignWithStock } from '#server/app/request-context';
import type { Store } from '#server/ports/store';

/** What it is asked of. */
export interface PrizesContext {
  readonly communityId: string;
  readonly community: CommunityDocument;
  readonly now: Instant;
  readonly store: Pick<Store, 'read' | 'top' | 'rank'>;
}

/** Reads the board and its members; null, and nothing read, where no season of the campaign runs. */
export async function prizesNow(
  { communityId, community, now, store }: PrizesContext,
  { campaign, stock }: CampaignWithStock,
  memberId: string,
): Promise<PrizesNow | null> {
  if (stock === null || campaign.state === 'ended' || !answersTo(campaign.type, 'season_close')) return null;
  const season = cutSeason({ ...campaign, endedAt: now }, calendarOf(community));
  if (season === null) return null;
  const board = boardId(communityId, season.board, season.period, season.fromOn);
  const [top, own] = await Promise.all([store.top(board, PRIZE_ROWS), store.rank(board, memberId)]);
  const rows = top.rows.map(({ key, rank, points, at }) => ({ memberId: key, rank, points, at }));
  const keys = rows.map((row) => makeId(communityId, 'member', row.memberId));
  const documents = keys.length === 0 ? new Map() : await store.read(keys);
  const members = keys.map((key) => (documents.get(key) ?? null) as MemberDocument | null);
  const standing = { ...season, total: top.total, rows, closedAt: now, isCut: true } as const;
  return {
    rows: prizeRows({ community, campaign, stock, season: standing, members, at: now }),
    own: own.row === null ? null : { rank: own.row.rank, days: own.row.points },
  };
}
