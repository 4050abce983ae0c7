// Prizes of the check-in board, in English: the same as in Chinese, and no more.
import { benefitsEn } from '#app/i18n/benefit-en';
import { counted, formatsEn as f } from '#app/i18n/formats-en';
import { benefitSentence } from '#app/i18n/say-benefit';
import type { SeasonWords, seasonTermsZhCn, seasonTypeZhCn } from '#app/i18n/season-zh-cn';
import type { Words } from '#app/i18n/words';
import { type PrizeStep, prizeOfStep } from '#core/rules/leaderboard/prizes';

export const seasonTypeEn: typeof seasonTypeZhCn = {
  season_prize: {
    name: 'Season prize',
    costs: 'prizes, each season.',
    explanation:
      'When a week or month of the check-in board is over, its top places get points or coupons, by days of their own check-ins, settled once.',
    titleExample: 'Such as: prizes for this week’s top ten',
    parameters: {
      period: { label: 'A season is', options: { week: 'A week, Monday to Sunday', month: 'A month' } },
      ranks: {
        label: 'Places and prizes',
        hint: 'One step per row, from first place down. No step gives more points than the one before.',
        columns: {
          untilRank: { label: 'Down to place', unit: 'place' },
          gives: {
            label: 'Each gets',
            options: { points: 'Points', amount_off: 'An amount off', percent_off: 'A share off', gift: 'A gift', service: 'A service' },
          },
          points: { label: 'Points', unit: 'points' },
          amountOffFen: { label: 'Off', unit: 'yuan' },
          percentOff: { label: 'Share off', unit: '%' },
          capFen: { label: 'At most', unit: 'yuan' },
          item: { label: 'What it is' },
          thresholdFen: { label: 'For orders of (0: any)', unit: 'yuan' },
          validDays: { label: 'Can be used for', unit: 'days' },
        },
      },
    },
  },
};

/** Place 1, Places 2–3. */
function placesEn(from: number, until: number): string {
  return from === until ? `Place ${from}` : `Places ${from}–${until}`;
}

/** What a step brings, whole, for the terms. */
function prizeIn(step: PrizeStep): string {
  const prize = prizeOfStep(step);
  if (prize.kind === 'points') return f.points(prize.points);
  const { benefit, thresholdFen, validDays } = prize;
  const sentence = benefitSentence(benefitsEn, benefit, thresholdFen === 0 ? null : f.money(thresholdFen));
  return `a coupon (${sentence}; for ${f.days(validDays)}, the day on which it is given included)`;
}

export const seasonTermsEn: typeof seasonTermsZhCn = {
  season_counts: ({ period }) =>
    `How: the check-in board, one ${period === 'week' ? 'week (Monday to Sunday)' : 'month'} per season, a day for each day of your own check-ins. Every season that ends within the campaign and after it was published has prizes; the first may have begun before.`,
  season_prizes: ({ ranks }) =>
    `Prizes per season: ${ranks
      .map((step, index) => `${placesEn((ranks[index - 1]?.untilRank ?? 0) + 1, step.untilRank)}: ${prizeIn(step)} each`)
      .join('; ')}.`,
  season_places: ({ places }) =>
    `How many: ${counted(places, 'place')} per season; the prizes of every season were set aside when this was published and do not run out. A place that nobody takes gives nothing.`,
  season_ties: () =>
    'Each place goes to one member, and a member gets at most one prize per season. With the same days, whoever got there first stands first.',
  season_passed_over: ({ rows }) =>
    `Owner, co-owners and clerks take no part; nor does anybody who has left for good or is not eligible at settlement: the next member moves up, and the reason is kept. Members who hide from the board are not ranked. At most the first ${f.count(rows)} of the board are looked at.`,
  season_paid: () =>
    'Each season is settled by itself after its end, once, and points and coupons arrive without being claimed, also while the campaign is paused.',
  season_ended_early: () =>
    'If the campaign ends early: a season that is over is settled and paid as ever. The one that runs then, from the campaign’s first day on, is placed as the board and the conditions stand at that moment; the organiser owes these prizes, and they are on record until made good.',
};

export const seasonNoEn: Pick<Words['no'], 'staff_takes_no_part' | 'place_without_prize'> = {
  staff_takes_no_part: () => ({
    reason: 'Owner, co-owners and clerks take no part in prizes.',
    next: 'Your check-ins count as ever; the next member moves up.',
  }),
  place_without_prize: ({ rank, days, places, missingDays, hidden }) => {
    const prized = `The first ${counted(places, 'place')} win`;
    if (rank === null && hidden) {
      return { reason: `You hide from the board and are not ranked. ${prized}.`, next: 'Show yourself again on the board’s page.' };
    }
    const next = `If the others stand still, ${counted(missingDays, 'more check-in')}, one a day, will get you there.`;
    if (rank === null) return { reason: `No check-in of this season yet, so you are not on the board. ${prized}.`, next };
    return { reason: `${counted(days, 'day')} this season, rank ${f.count(rank)} on the board. ${prized}.`, next };
  },
};

export const seasonEn: SeasonWords = {
  titles: { week: 'Prizes of each week’s board', month: 'Prizes of each month’s board' },
  each: (prize) => `${prize} each`,
  toBoard: 'See the board',
  wouldWin: 'All conditions are met: as the board stands, you would win.',
  places: placesEn,
  coupon: (worth) => `${worth} coupon`,
  thing: (item) => `“${item}” coupon`,
  forOrders: (coupon, threshold) => `${coupon} (orders of ${threshold})`,
  worth: (prize) => `First place: ${prize}`,
  top: (places) => `Prizes for the top ${places} of the check-in board`,
  people: (people) => `${counted(people, 'member')} won`,
  now: {
    title: 'My place this season',
    wins: (place, prize) => `I am in place ${place} now, which brings ${prize}`,
    below: (place) => `I am in place ${place} now, which has no prize yet. A few more check-ins can change that.`,
    farBelow: (after) => `I am below place ${after} now, which has no prize yet. A few more check-ins can change that.`,
    tied: (after) => `I am below place ${after} now, among many with the same days: the final order decides whether there is a prize.`,
    none: 'I am not on the board now. One check-in puts me there; whoever hides shows again on the board’s page first.',
    note: 'As the board stands now. Prizes are settled when the season is over, among members who are eligible.',
  },
  settled: {
    title: (from, until) => `Winners, ${from} – ${until}`,
    nobody: 'Nobody won a prize this season.',
    endedEarly: 'The campaign ended early: placed as the board stood then, and owed by the organiser.',
    owed: (prize) => `${prize} (owed)`,
    madeGood: (prize) => `${prize} (made good otherwise)`,
    passedOver: (who, days, why) => `${who} (${counted(days, 'day')}) was passed over: ${why}.`,
  },
  endEffect:
    'A season that is over is settled and paid as ever. The prizes of the one that runs are owed as the board stands now: you make them good one by one.',
  skipped: {
    left: 'has left for good',
    staff: 'owner, co-owners and clerks take no part',
    not_in_group: 'not in the group at settlement',
    tier_too_low: 'tier too low',
    tag_missing: 'without the tag asked for',
    streak_too_short: 'streak too short',
    newcomers_only: 'for new members only',
  },
};
