// The rules by which the demo's owner looks up members.
import type { InputOf } from '#core/contract';

/** The segments of the demo's owner: whom to thank, and whom to win back. */
export const demoSegments: readonly Pick<InputOf<'membership.saveSegment'>, 'name' | 'conditions'>[] = [
  {
    name: '快到粉丝了',
    conditions: [
      { kind: 'tier_at_least', tier: 'user' },
      { kind: 'tier_below', tier: 'fan' },
      { kind: 'seen_within', amount: 7 },
    ],
  },
  {
    name: '好久没来',
    conditions: [
      { kind: 'unseen_for', amount: 14 },
      { kind: 'joined_before', amount: 14 },
    ],
  },
];
