// What reviews of suspicious accounts carry.
import * as v from 'valibot';
import { restrictionDays } from '#core/rules/risk/review';
import { signCodes } from '#core/rules/risk/signs';
import { count, instant, text } from '#core/shapes/fields';
import { blockReason, person } from '#core/shapes/membership';

const signCode = v.picklist(signCodes);
const reviewState = v.picklist(['noticed', 'cleared', 'lapsed', 'restricted', 'lifted', 'ended', 'blocked', 'unblocked']);
const blocked = v.object({ reason: blockReason, text: v.string(), at: instant });

/** A review as the member whom it is about sees it. `untilOn`: the last day on which something is held back. */
export const review = v.object({
  state: reviewState,
  noticedAt: instant,
  findings: v.array(v.object({ sign: signCode, have: count, of: v.nullable(count), usual: v.nullable(count) })),
  people: count,
  untilOn: v.nullable(v.string()),
  restriction: v.nullable(v.object({ boards: v.boolean(), invites: v.boolean(), untilOn: v.string(), text: v.string(), at: instant })),
  /** The latest time that they were put out; absent before the first. */
  block: v.optional(blocked),
  /** `text` is empty where nothing was written, or the member has left. */
  appeal: v.nullable(
    v.object({
      at: instant,
      text: v.string(),
      answer: v.nullable(v.object({ text: v.string(), at: instant, lifted: v.boolean() })),
    }),
  ),
});

export const reviewLine = v.object({
  person,
  state: reviewState,
  noticedAt: instant,
  weight: count,
  signs: v.array(signCode),
  people: count,
  untilOn: v.nullable(v.string()),
  waitingSince: v.nullable(instant),
  appealed: v.boolean(),
  block: v.optional(blocked),
});

/** A review with the accounts that it rests on, the first to join first; `throughTag` null of those whom the member brought themselves. */
export const reviewWhole = v.object({
  person,
  review,
  cost: v.object({ coupons: count, used: count, offFen: count, openFen: count }),
  accounts: v.array(
    v.object({
      person,
      throughTag: v.nullable(v.string()),
      joinedAt: instant,
      actedAt: instant,
      lastOn: v.nullable(v.string()),
      usedAtOnce: v.boolean(),
    }),
  ),
});

/** What an owner holds back, for how many days, and why. */
export const restrictionInput = v.pipe(
  v.strictObject({ boards: v.boolean(), invites: v.boolean(), days: v.picklist(restrictionDays), text: text(4, 80) }),
  v.check(({ boards, invites }) => boards || invites, 'holds nothing back'),
);
