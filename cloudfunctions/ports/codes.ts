// The codes port: short-lived signed codes that the counter accepts, and opaque invite tokens.
import type { Instant } from '#core/values/instant';

/** A code that a coupon's holder shows: `digits` to type, `token` to scan. */
export interface RotatingCode {
  readonly digits: string;
  readonly token: string;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
}

/**
 * What a clerk's input was recognised as. A number may belong to several coupons: `matches` tells which one made the digits. `issuedAt`
 * is when a picture's code says that it was made, true once it matches; null of digits, which do not say.
 */
export type RecognisedCode =
  | {
      readonly kind: 'candidate';
      readonly number: string;
      readonly issuedAt: Instant | null;
      matches(couponId: string): 'valid' | 'expired' | 'no';
    }
  | { readonly kind: 'unknown' };

/** A coupon as it was scanned: a redemption that was undone since makes the scan worthless. */
export interface ScannedCoupon {
  readonly couponId: string;
  /** How many redemptions of it had been undone. */
  readonly undone: number;
  /** The moment of a scan without a network, by which the coupon is judged; null where it is judged when it is redeemed. */
  readonly judgedAt: Instant | null;
}

/**
 * Laws: a code is valid for CODE_LIFE_MS from its issue and never after; a token of one coupon never matches another, and digits match
 * another coupon of the same number only by chance (about once in 1,700), so every coupon of that number has to be asked; without the
 * secret no code can be made; a scan token is bound to its clerk and coupon and lives for SCAN_LIFE_MS.
 */
export interface Codes {
  issue(couponId: string, number: string, now: Instant): RotatingCode;
  recognise(input: string, now: Instant): RecognisedCode;
  scanToken(scanned: ScannedCoupon, clerkId: string, now: Instant): string;
  /** What a scan token stands for. */
  openScan(token: string, clerkId: string, now: Instant): ScannedCoupon | 'expired' | 'unknown';
  /** The same opaque token for the same campaign and inviter, at most 20 characters of `a-z2-7` (a mini-code's scene takes 32). */
  inviteToken(communityId: string, campaignId: string, inviterId: string): string;
  /** The same six digits for the same coupon. */
  couponNumber(couponId: string): string;
}

/** A rotating code lives for a minute: a screenshot of it is useless. */
export const CODE_LIFE_MS = 60 * 1000;

/** A clerk has five minutes from the scan to the confirmation. */
export const SCAN_LIFE_MS = 5 * 60 * 1000;
