// Which seasons of the board a campaign with prizes has to settle: those that end within it, and the one that its early end cuts short.
import { stockLeft } from '#core/rules/campaign/stock';
import { answersTo } from '#core/rules/campaign/types/index';
import { calendarOf } from '#core/rules/community/calendar';
import { boardWindow } from '#core/rules/leaderboard/boards';
import { type PrizeStep, type PrizeSum, prizesOf, seasonEnds } from '#core/rules/leaderboard/prizes';
import type { Season } from '#core/rules/leaderboard/season';
import type { CampaignDocument, CommunityDocument, SeasonPeriod, StockDocument } from '#core/tables';
import { type Calendar, type Day, dayOf } from '#core/values/day';

/** Which board a campaign gives prizes for. */
function periodOf({ parameters }: Pick<CampaignDocument, 'parameters'>): SeasonPeriod {
  return parameters['period'] === 'month' ? 'month' : 'week';
}

/** The prizes of a campaign that has been published. */
export function ranksOf({ parameters }: Pick<CampaignDocument, 'parameters'>): readonly PrizeStep[] {
  return parameters['ranks'] as unknown as readonly PrizeStep[];
}

/**
 * The last days of the seasons that a campaign settles: those that end within its days, not before it was published, and before the day
 * on which its owner ended it.
 */
export function coveredEnds(campaign: CampaignDocument, calendar: Calendar): readonly Day[] {
  const { publishedAt, endedAt } = campaign;
  if (publishedAt === null) return [];
  const publishedOn = dayOf(publishedAt, calendar);
  const endedOn = endedAt === null ? null : dayOf(endedAt, calendar);
  return seasonEnds(periodOf(campaign), campaign).filter((untilOn) => untilOn >= publishedOn && (endedOn === null || untilOn < endedOn));
}

/** The covered seasons of a campaign that are over once a day is. */
export function endedSeasons(campaign: CampaignDocument, community: CommunityDocument, finishedOn: Day): readonly Day[] {
  return coveredEnds(campaign, calendarOf(community)).filter((untilOn) => untilOn <= finishedOn);
}

/** The season of a campaign that ends with a day. */
export function seasonUntil(campaign: Pick<CampaignDocument, 'parameters'>, untilOn: Day): Season {
  const period = periodOf(campaign);
  return { board: 'checkin', period, fromOn: boardWindow(period, untilOn).fromOn ?? untilOn, untilOn };
}

/** The season that ran when a campaign ended before its time, on one of its days: null where none did, or it had no prizes. */
export function cutSeason(campaign: CampaignDocument, calendar: Calendar): Season | null {
  const { endedAt, startsOn, endsOn } = campaign;
  if (endedAt === null) return null;
  const endedOn = dayOf(endedAt, calendar);
  const { untilOn } = boardWindow(periodOf(campaign), endedOn);
  return untilOn === null || untilOn > endsOn || endedOn < startsOn ? null : seasonUntil(campaign, untilOn);
}

/** How many seasons of a campaign that has ended are still to be settled, the one that was cut short among them. */
export function seasonsToSettle(campaign: CampaignDocument, { seasonsSettled = 0 }: StockDocument, calendar: Calendar): number {
  return coveredEnds(campaign, calendar).length + (cutSeason(campaign, calendar) === null ? 0 : 1) - seasonsSettled;
}

/** What the seasons that are over before a day and not settled yet may still take of the stock: it stays set aside when a campaign ends. */
export function keptForSeasons(campaign: CampaignDocument, stock: StockDocument, calendar: Calendar, today: Day): PrizeSum {
  if (!answersTo(campaign.type, 'season_close')) return { points: 0, coupons: 0 };
  const over = coveredEnds(campaign, calendar).filter((untilOn) => untilOn < today).length - (stock.seasonsSettled ?? 0);
  const each = prizesOf(ranksOf(campaign));
  const left = stockLeft(stock);
  return { points: Math.min(left.points, over * each.points), coupons: Math.min(left.coupons, over * each.coupons) };
}
