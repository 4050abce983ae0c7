// When a coupon's end is near.

/** At this many days left, or fewer, the end of a coupon is said in amber. */
export const SOON_DAYS = 3;
