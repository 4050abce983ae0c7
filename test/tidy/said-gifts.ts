// Data of the terms of gifts that is easy to find again in a sentence, and what the sentence must then contain.

export const giftTermData = {
  welcome_points: { points: 41 },
  welcome_gifts: { gifts: 1_041 },
  welcome_moment: {},
  welcome_once: {},
  exchange_goods: { item: 'I7', points: 1_041 },
  exchange_coupon: { points: 1_041 },
  exchange_stock: { stock: 1_041 },
  exchange_per_member: { max: 41 },
  exchange_collect: { organiser: 'O7' },
  exchange_cancelled: {},
  exchange_after_end: {},
  exchange_gone: {},
  season_counts: { period: 'week' as const },
  season_prizes: {
    ranks: [
      { untilRank: 1, points: 1_041 },
      { untilRank: 17, points: 41 },
      { untilRank: 23, gives: 'amount_off' as const, amountOffFen: 4_700, thresholdFen: 5_300, validDays: 37 },
    ],
  },
  season_places: { places: 41 },
  season_ties: {},
  season_passed_over: { rows: 41 },
  season_paid: {},
  season_ended_early: {},
  points_no_money: {},
};

export const giftTermNumbers = {
  welcome_points: ['41'],
  welcome_gifts: ['1,041'],
  exchange_goods: ['I7', '1,041'],
  exchange_coupon: ['1,041'],
  exchange_stock: ['1,041'],
  exchange_per_member: ['41'],
  exchange_collect: ['O7'],
  season_prizes: ['1,041', '17', '41', '23', '47', '53', '37'],
  season_places: ['41'],
  season_passed_over: ['41'],
};
