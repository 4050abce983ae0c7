// Any behaviour at all, however odd: what must hold whoever does whatever is tested with these.
import fc from 'fast-check';
import type { Behaviour } from '#core/rules/forecast/behaviour';

const anyShare = fc.record({
  mean: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
  spread: fc.double({ min: 0, max: 2, noNaN: true }),
});
const anyAmount = (max: number) =>
  fc.record({ mean: fc.double({ min: 0, max, noNaN: true }), spread: fc.double({ min: 0, max: 1.5, noNaN: true }) });
const anyWait = fc.double({ min: 0, max: 90, noNaN: true });

/** A behaviour of a community of at most 120 members. */
export const anyBehaviour: fc.Arbitrary<Behaviour> = fc.record({
  members: fc.nat({ max: 120 }),
  reachedPercent: fc.constant(100),
  staysDays: fc.option(fc.integer({ min: 1, max: 60 })),
  joinsPerDay: anyAmount(6),
  checksIn: anyShare,
  checksInAlikeness: fc.double({ min: 0.2, max: 50, noNaN: true }),
  startsAtOnce: anyShare,
  takes: anyShare,
  takesWaitDays: anyWait,
  takesMore: anyAmount(4),
  piecesMore: anyAmount(6),
  uses: fc.oneof(anyShare, fc.constant({ mean: 1, spread: 0 })),
  usesWaitDays: anyWait,
  friendsPerMemberDay: anyAmount(1),
  hours: fc.constant(Array.from({ length: 24 }, (_, hour) => (hour < 6 ? 0 : 1))),
  source: fc.constant({ ownPercent: 0, days: 0, campaigns: 0 }),
});
