// The most that a campaign can cost, in its own units.
import type { OwnersWords } from '#app/i18n/words';
import type { WorstCase } from '#core/rules/forecast/worst-case';

/** One line for each unit that there is any of: money first; none where nothing is given. */
export function sayWorst({ owner, formats }: OwnersWords, { fen, goods, points }: WorstCase): readonly string[] {
  return [
    ...(fen > 0 ? [formats.money(fen)] : []),
    ...(goods > 0 ? [owner.forecast.goods(formats.count(goods))] : []),
    ...(points > 0 ? [formats.points(points)] : []),
  ];
}
