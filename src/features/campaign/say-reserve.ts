// What is set aside, in its own units.
import type { OwnersWords } from '#app/i18n/words';
import type { ValueOf } from '#core/contract';

/** What of a campaign is set aside. */
export type Reserve = ValueOf<'campaign.preview'>['reserve'];

/** One line for each unit that there is any of; none where nothing is set aside. */
export function sayReserve({ owner, formats, gifts }: OwnersWords, { coupons, points, goods = 0 }: Reserve): readonly string[] {
  return [
    ...(coupons > 0 ? [owner.preview.reserveCoupons(formats.count(coupons))] : []),
    ...(points > 0 ? [owner.preview.reservePoints(formats.count(points))] : []),
    ...(goods > 0 ? [gifts.counter.reserve(formats.count(goods))] : []),
  ];
}
