// What is said of promises: the broken ones, what people hold, complaints, trust, and the archive.
import * as v from 'valibot';
import { archiveRecords } from '#core/rules/promise/archive';
import { complaintReasons } from '#core/rules/promise/complain';
import { benefit } from '#core/shapes/coupon';
import { count, fen, idPart, instant, whole } from '#core/shapes/fields';
import { prizeWorth } from '#core/shapes/leaderboard';
import { person } from '#core/shapes/membership';

/** Names one promise: to whom it was made, and of what. */
export const promiseKey = { campaignId: idPart, memberId: idPart, about: idPart };

/** `useDays`: for how many days the coupon can be used, the first and the last included. */
const owedCoupon = { benefit, thresholdFen: fen, useDays: count };

/** A promise that broke and waits: to whom it was made (`friend` beside the inviter of an invite), and what it owes. */
export const brokenPromise = v.object({
  campaignId: v.string(),
  memberId: v.string(),
  about: v.string(),
  kind: v.picklist(['invite', 'milestone', 'coupon', 'prize', 'exchange']),
  title: v.string(),
  member: person,
  friend: v.nullable(person),
  owed: v.variant('kind', [
    v.object({ kind: v.literal('coupon'), ...owedCoupon }),
    v.object({ kind: v.literal('invite'), friend: v.array(v.object(owedCoupon)), inviter: v.array(v.object(owedCoupon)) }),
    v.object({ kind: v.literal('points'), points: count }),
    v.object({ kind: v.literal('goods'), number: v.string(), item: v.string(), points: count, words: v.string() }),
    v.object({ kind: v.literal('words'), words: v.string() }),
  ]),
  reason: v.picklist(['ended_early', 'sold_out', 'paused', 'cancelled', 'not_honoured']),
  brokenAt: instant,
});

/** What members hold of a campaign or wait for, by what it is. */
export const holderPart = v.picklist(['coupons', 'orders', 'invites', 'members', 'prizes']);

/**
 * Somebody who would notice if a campaign ended now. A coupon: until when it can be used. An order: what waits to be handed over. An invite:
 * the friend who has joined. A member of a plan: how far they are, and the milestone within reach that an early end would owe. A prize: the
 * place on the board as it stands, and what it would bring.
 */
export const holder = v.object({
  person,
  untilOn: v.nullable(v.string()),
  order: v.nullable(v.object({ item: v.string(), number: v.string() })),
  friend: v.nullable(person),
  streakDays: v.nullable(count),
  owed: v.nullable(v.object({ days: whole, points: whole })),
  prize: v.nullable(v.object({ place: count, ...prizeWorth })),
});

export const complaintReason = v.picklist(complaintReasons);

/** A complaint as its member and the owner see it; `text` is empty where nothing was written, or the member has left. */
export const complaint = v.object({
  campaignId: v.string(),
  memberId: v.string(),
  n: count,
  person,
  couponId: v.nullable(v.string()),
  reason: complaintReason,
  text: v.string(),
  state: v.picklist(['open', 'answered', 'settled']),
  filedAt: instant,
  answer: v.nullable(v.object({ text: v.string(), at: instant })),
});

/** How an owner has kept what was promised; `percent` null before anything was. */
export const trust = v.object({
  organiser: v.string(),
  contact: v.string(),
  kept: count,
  open: count,
  broken: count,
  madeGood: count,
  percent: v.nullable(count),
  complaints: v.object({ open: count, all: count }),
  campaigns: v.object({ running: count, finished: count, endedEarly: count }),
});

/** One line of the archive: what kind of record, when, of which campaign, by and for which pseudonym, and what it says. */
export const archiveLine = v.object({
  record: v.picklist(archiveRecords),
  at: instant,
  on: v.string(),
  campaignId: v.nullable(v.string()),
  version: v.nullable(count),
  actorId: v.string(),
  memberId: v.nullable(v.string()),
  reason: v.nullable(v.string()),
  data: v.record(v.string(), v.unknown()),
});
