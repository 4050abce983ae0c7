// What a forecast is made of, and what an owner had in mind at publish.
import * as v from 'valibot';
import { count } from '#core/shapes/fields';

/** The tenth, the fiftieth and the ninetieth percent of what a forecast's runs gave. */
const band = v.pipe(
  v.strictObject({ low: count, median: count, high: count }),
  v.check(({ low, median, high }) => low <= median && median <= high, 'not in order'),
);

/** What an owner has in mind at publish: a target, and the forecast as they saw it. */
export const outlook = v.strictObject({
  target: v.nullable(v.pipe(count, v.minValue(1), v.maxValue(1_000_000))),
  forecast: v.nullable(
    v.strictObject({
      seed: count,
      runs: v.pipe(count, v.minValue(1), v.maxValue(10_000)),
      redemptions: band,
      taken: band,
      fen: band,
      points: band,
      gonePercent: v.pipe(count, v.maxValue(100)),
      ownPercent: v.pipe(count, v.maxValue(100)),
    }),
  ),
});

const share = v.object({ mean: v.number(), spread: v.number() });

/** What a forecast of a draft is made of, for the phone to run: how this community behaves, and what is still to come of the first day. */
export const forecastBasis = v.object({
  behaviour: v.object({
    members: count,
    reachedPercent: count,
    staysDays: v.nullable(count),
    joinsPerDay: share,
    checksIn: share,
    checksInAlikeness: v.number(),
    startsAtOnce: share,
    takes: share,
    takesWaitDays: v.number(),
    takesMore: share,
    piecesMore: share,
    uses: share,
    usesWaitDays: v.number(),
    friendsPerMemberDay: share,
    hours: v.array(v.number()),
    source: v.object({ ownPercent: count, days: count, campaigns: count }),
  }),
  fromOn: v.string(),
  hoursGone: count,
  seed: count,
});
