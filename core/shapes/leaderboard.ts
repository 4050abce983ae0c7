// What boards answer, and how their prizes were settled.
import * as v from 'valibot';
import { benefit } from '#core/shapes/coupon';
import { count, fen, instant } from '#core/shapes/fields';
import { person } from '#core/shapes/membership';

const boardRow = v.object({ person, rank: count, points: count, at: instant, mine: v.boolean() });

/** A row of a board that is still counted. `moved`: places up since the day began (down below nothing), new on it, or not known for certain. */
const livingRow = v.object({ ...boardRow.entries, moved: v.nullable(v.union([v.pipe(v.number(), v.integer()), v.literal('new')])) });
export const boardKind = v.picklist(['checkin', 'invite']);

/** `league`: the caller's own group of the week, on the board of check-ins. */
export const boardPeriod = v.picklist(['league', 'week', 'month', 'all']);

export const board = v.object({
  kind: boardKind,
  period: boardPeriod,
  /** True of last week's league, which is shown to whoever has not checked in this week. */
  isOver: v.boolean(),
  /** The first and last business day that count; null for all time. */
  fromOn: v.nullable(v.string()),
  untilOn: v.nullable(v.string()),
  total: count,
  hidden: v.boolean(),
  /** Others do not see the caller here while a review lasts; `mine` is where they would stand. */
  keptOff: v.boolean(),
  mine: v.nullable(livingRow),
  top: v.array(livingRow),
  around: v.array(livingRow),
  at: instant,
});

/** A board as it stood at the end of its last week or month. */
export const lastBoard = v.object({
  fromOn: v.string(),
  untilOn: v.string(),
  total: count,
  /** The first ten places; whoever has hidden or left since is not named. */
  top: v.array(boardRow),
  mine: v.nullable(boardRow),
});

/** Why somebody on the board is passed over when prizes are settled. */
const skipReason = v.picklist(['left', 'staff', 'not_in_group', 'tier_too_low', 'tag_missing', 'streak_too_short', 'newcomers_only']);

/** What a place of the board brings: points, or a coupon. */
export const prizeWorth = { points: count, coupon: v.nullable(v.object({ benefit, thresholdFen: fen })) };

/** A season whose prizes are settled: the winners; whoever was passed over is there, with the reason, for the owner and for themselves. */
export const settlement = v.object({
  fromOn: v.string(),
  untilOn: v.string(),
  settledAt: instant,
  /** Whether the campaign was ended while the season ran: what was won is then owed. */
  endedEarly: v.boolean(),
  /** How many members were on the board. */
  total: count,
  rows: v.array(
    v.object({
      person,
      rank: count,
      days: count,
      /** Null for whoever was passed over. */
      place: v.nullable(count),
      ...prizeWorth,
      /** Of a season that was cut short: `owed` until its owner has made it good, by giving it (`paid`) or in words (`settled`). */
      state: v.picklist(['waiting', 'paid', 'owed', 'settled', 'skipped']),
      reason: v.nullable(skipReason),
      mine: v.boolean(),
    }),
  ),
});
