// What became of a community's own offers: how many took them, how soon, and how many used what they took.
import { answersTo } from '#core/rules/campaign/types/index';
import type { History } from '#core/rules/forecast/own-history';
import type { CampaignDocument, DailyDocument } from '#core/tables';
import { type Day, daysBetween } from '#core/values/day';

/** One offer that has stood for some days. Days are counted from its first; means are null where the days do not tell. */
export interface PastOffer {
  /** The members it could reach. */
  readonly reached: number;
  /** For how many days it has stood, until it ended, ran out, or yesterday. */
  readonly days: number;
  readonly takers: number;
  /** Coupons: of a group price one for each reservation, however many pieces it is for. */
  readonly issued: number;
  readonly pieces: number;
  /** How many pieces one coupon may be for. */
  readonly piecesMax: number;
  readonly used: number;
  readonly perMemberMax: number;
  readonly meanTakenDay: number | null;
  readonly meanUseWait: number | null;
  /** For how many days its coupons can be used after they were taken, on average, and how many of those are over. */
  readonly useDays: number;
  readonly useDaysOver: number;
}

/** An offer has to have stood so long before it tells anything. */
const STOOD_DAYS_MIN = 3;

interface Counted {
  readonly day: number;
  readonly claimed: number;
  readonly used: number;
}

/** What the finished days say of a campaign, added up since its first day. */
function countsOf(days: readonly DailyDocument[], campaignId: string, startsOn: Day): readonly Counted[] {
  return days.flatMap(({ on, campaigns }) => {
    const counts = campaigns?.[campaignId];
    return counts === undefined || on < startsOn ? [] : [{ day: daysBetween(startsOn, on), ...counts }];
  });
}

/** The mean of the days on which something was added to a sum that only grows; null where nothing was. */
function meanDay(counted: readonly Counted[], read: (counts: Counted) => number): number | null {
  let before = 0;
  let sum = 0;
  for (const counts of counted) {
    // The middle of the day.
    sum += (read(counts) - before) * (counts.day + 0.5);
    before = read(counts);
  }
  return before <= 0 ? null : sum / before;
}

/** The day on which the last of a stock went: the first on which as many had taken as ever did. */
function goneDay(counted: readonly Counted[]): number | null {
  const most = counted[counted.length - 1]?.claimed ?? 0;
  return most === 0 ? null : (counted.find(({ claimed }) => claimed === most)?.day ?? null);
}

function numberIn(parameters: Readonly<Record<string, unknown>>, name: string, otherwise: number): number {
  const value = parameters[name];
  return typeof value === 'number' ? value : otherwise;
}

function pastOffer({ days, members }: History, { campaign, stock }: History['campaigns'][number], share: number): PastOffer | null {
  const yesterday = days[days.length - 1]?.on;
  if (yesterday === undefined || campaign.startsOn < (days[0]?.on ?? '')) return null;
  const { parameters, startsOn } = campaign;
  const counted = countsOf(days, campaign.campaignId, startsOn);
  const last = counted[counted.length - 1];
  if (last === undefined) return null;
  const isGone = campaign.state !== 'ended' && stock.couponsReserved > 0 && stock.couponsIssued >= stock.couponsReserved;
  const wasGone = stock.couponsIssued >= numberIn(parameters, 'stock', numberIn(parameters, 'places', Number.POSITIVE_INFINITY));
  const lastOn = yesterday < campaign.endsOn ? yesterday : campaign.endsOn;
  const stood = daysBetween(startsOn, lastOn) + 1;
  const untilGone = isGone || wasGone ? (goneDay(counted) ?? stood - 1) + 1 : stood;
  const meanTakenDay = meanDay(counted, ({ claimed }) => claimed);
  const meanUsedDay = meanDay(counted, ({ used }) => used);
  const useUntilOn = parameters['useUntilOn'];
  const useUntil = typeof useUntilOn === 'string' ? useUntilOn : campaign.endsOn;
  const taken = meanTakenDay ?? 0;
  const piecesMax = numberIn(parameters, 'quantityMax', 1);
  const atFirst = days.find(({ on }) => on >= startsOn)?.members ?? members;
  const atLast = [...days].reverse().find(({ on }) => on <= lastOn)?.members ?? members;
  return stood < STOOD_DAYS_MIN
    ? null
    : {
        reached: Math.max(1, (share * (atFirst + atLast)) / 2),
        days: untilGone,
        takers: last.claimed,
        issued: 'quantityMax' in parameters ? last.claimed : stock.couponsIssued,
        pieces: stock.couponsIssued,
        piecesMax,
        used: last.used,
        perMemberMax: numberIn(parameters, 'perMemberMax', 1),
        meanTakenDay,
        meanUseWait: meanTakenDay === null || meanUsedDay === null ? null : Math.max(0.5, meanUsedDay - meanTakenDay),
        useDays: Math.max(1, daysBetween(startsOn, useUntil) + 1 - taken),
        useDaysOver: Math.max(0, Math.min(daysBetween(startsOn, yesterday), daysBetween(startsOn, useUntil)) + 1 - taken),
      };
}

/** The offers of a kind that a community's own days tell of; `shareOf` is the share of members whom an audience leaves. */
export function pastOffers(
  history: History,
  trigger: 'claim' | 'select',
  shareOf: (audience: CampaignDocument['audience']) => number,
): PastOffer[] {
  return history.campaigns.flatMap((one) => {
    if (!answersTo(one.campaign.type, trigger)) return [];
    const offer = pastOffer(history, one, shareOf(one.campaign.audience));
    return offer === null ? [] : [offer];
  });
}
