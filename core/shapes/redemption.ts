// What the counter is answered: codes, scans, sums, and who redeemed what.
import * as v from 'valibot';
import { ticket } from '#core/shapes/coupon';
import { count, fen, instant } from '#core/shapes/fields';
import { person } from '#core/shapes/membership';

export const rotatingCode = v.object({ digits: v.string(), token: v.string(), issuedAt: instant, expiresAt: instant });

export const scan = v.object({
  /** Stands for this scan for five minutes: the clerk can type the amount after the rotating code has moved on. */
  scanToken: v.string(),
  ticket,
  holder: person,
});

export const sum = v.object({ orderFen: fen, offFen: fen, payFen: fen });

/** Sums of a day, in fen: they may come to more than one order may. */
const shiftCount = { count, orderFen: count, offFen: count, payFen: count, undone: count };

/** A clerk's day: what stands, what was taken back since, and the same by campaign, the most redeemed first. */
export const clerkShift = v.object({
  clerk: person,
  ...shiftCount,
  campaigns: v.array(v.object({ campaignId: v.string(), title: v.string(), ...shiftCount })),
});

export const redemptionLine = v.object({
  couponId: v.string(),
  title: v.string(),
  holder: person,
  clerk: person,
  redeemedAt: instant,
  /** When it was scanned, where the counter had no network then; null of every other. */
  scannedAt: v.nullable(instant),
  orderFen: fen,
  offFen: fen,
  payFen: fen,
  /** Until when the owner can still undo it. */
  undoUntilAt: instant,
});
