// Choosing for a trial by a criterion: who has most, the same in whatever order they are read, nobody twice, and all where there is room.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, rank } from '#core/rules/trial/select';

const candidates: fc.Arbitrary<Candidate[]> = fc
  .uniqueArray(fc.nat({ max: 200 }), { maxLength: 30 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.record({ memberId: fc.constant(`m${id}`), have: fc.nat({ max: 4 }), appliedAt: fc.nat({ max: 3 }) }))),
  )
  .map((rows) => [...rows]);

const shuffled = candidates.chain((rows) =>
  fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })),
);

describe('a ranking of applicants', () => {
  test('chooses as many different ones as there are places, the same in whatever order they are read, and all where fewer applied', () => {
    fc.assert(
      fc.property(shuffled, fc.nat({ max: 35 }), ([rows, read], places) => {
        const chosen = rank(rows, places);
        expect(rank(read, places)).toEqual(chosen);
        expect(chosen).toHaveLength(Math.min(places, rows.length));
        expect(new Set(chosen.map(({ memberId }) => memberId)).size).toBe(chosen.length);
      }),
    );
  });

  test('passes over nobody for somebody with less, or with as much who applied later', () => {
    fc.assert(
      fc.property(candidates, fc.nat({ max: 35 }), (rows, places) => {
        const chosen = rank(rows, places);
        const left = rows.filter((row) => !chosen.includes(row));
        for (const one of chosen) {
          for (const other of left) {
            expect(other.have < one.have || (other.have === one.have && other.appliedAt >= one.appliedAt)).toBe(true);
          }
        }
      }),
    );
  });

  test('with one place more keeps everybody who was chosen', () => {
    fc.assert(
      fc.property(candidates, fc.nat({ max: 30 }), (rows, places) => {
        expect(rank(rows, places + 1).slice(0, places)).toEqual(rank(rows, places));
      }),
    );
  });
});
