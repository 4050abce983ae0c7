// The signs that a group of newcomers may not be people who came for the community: what each weighs, and from where on it counts.

/** A sign. Those of one family say the same thing of different stretches of time, and weigh once. */
export const signCodes = ['burst', 'fast_hour', 'fast_day', 'never_back', 'chain', 'at_once', 'same_place'] as const;
export type SignCode = (typeof signCodes)[number];

/** What a sign is about: how fast they came, whether they came back, who brought whom, what they took, from where. */
export type SignFamily = 'pace' | 'return' | 'shape' | 'gain' | 'place';

/** One sign as it is weighed. */
export interface Sign {
  readonly family: SignFamily;
  readonly weight: number;
}

export const signs: Readonly<Record<SignCode, Sign>> = {
  burst: { family: 'pace', weight: 2 },
  fast_hour: { family: 'pace', weight: 2 },
  fast_day: { family: 'pace', weight: 2 },
  never_back: { family: 'return', weight: 3 },
  chain: { family: 'shape', weight: 2 },
  at_once: { family: 'gain', weight: 1 },
  same_place: { family: 'place', weight: 1 },
};

/**
 * From which weight on a group is put before the owner: more than any one sign, and more than a class, a family or an evening in the
 * shop brings together (fast, from one place, used at once: 4).
 */
export const NOTICE_AT = 5;

/** The thresholds. Counts are of accounts that did a first own action; shares are in percent. */
export const thresholds = {
  /** Fewer accounts than this are nobody's ring, whatever they did. */
  peopleMin: 5,
  /** Somebody who brought this many of their own answers for them: whoever brought that person does not. */
  ownGroupMin: 5,
  /** First actions within ten minutes, an hour, a business day: never fewer than these, and ... */
  paceFloor: { burst: 5, fast_hour: 6, fast_day: 10 },
  /** ... this many times what is usual among the other inviters of the community. */
  paceTimes: 3,
  /** How many finished days after the first action somebody has had the time to come back. */
  backDays: 3,
  /** The share that never came back, and how far it lies above that of everybody else who was new. */
  goneShare: 80,
  goneAbove: 30,
  /** What is taken as usual while fewer than `othersMin` others were new. */
  goneUsual: 50,
  othersMin: 10,
  /** Links of a chain, each made within `linkHours` of the one before. */
  chainLinks: 4,
  linkHours: 24,
  /** Accounts that used a coupon on the day of their first action, which the inviter did as well. */
  atOnceMin: 3,
  atOnceShare: 60,
  /** Accounts that joined from one place. */
  placeMin: 5,
  placeShare: 60,
} as const;

/** The weight of some signs together: of each family the heaviest. */
export function weightOf(codes: readonly SignCode[]): number {
  const heaviest = new Map<SignFamily, number>();
  for (const code of codes) {
    const { family, weight } = signs[code];
    heaviest.set(family, Math.max(weight, heaviest.get(family) ?? 0));
  }
  return [...heaviest.values()].reduce((sum, weight) => sum + weight, 0);
}
