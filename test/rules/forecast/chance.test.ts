// Chance: what is drawn has the mean that it should have, and the same seed draws the same.
import { describe, expect, test } from 'vitest';
import {
  beta,
  binomial,
  type Chance,
  createChance,
  failuresBefore,
  gamma,
  poisson,
  seedOfRun,
  waitBelow,
} from '#core/rules/forecast/chance';
import { meanWithin } from '#core/rules/forecast/priors';

const DRAWS = 20_000;

function meanOf(draw: (chance: Chance) => number): number {
  const chance = createChance(20_260);
  let sum = 0;
  for (let drawn = 0; drawn < DRAWS; drawn += 1) sum += draw(chance);
  return sum / DRAWS;
}

describe('chance', () => {
  test('draws the same from the same seed, and each run has a seed of its own', () => {
    const [one, other] = [createChance(5), createChance(5)];
    for (let drawn = 0; drawn < 100; drawn += 1) expect([one.fraction(), one.normal()]).toEqual([other.fraction(), other.normal()]);
    expect(new Set(Array.from({ length: 1_000 }, (_, run) => seedOfRun(1, run))).size).toBe(1_000);
  });

  test.each([
    ['normal', (chance: Chance) => chance.normal(), 0],
    ['gamma of a large shape', (chance: Chance) => gamma(chance, 6), 6],
    ['gamma of a small shape', (chance: Chance) => gamma(chance, 0.25), 0.25],
    ['beta', (chance: Chance) => beta(chance, 0.2, 2), 0.2],
    ['a few events', (chance: Chance) => poisson(chance, 3), 3],
    ['many events', (chance: Chance) => poisson(chance, 80), 80],
    ['a few successes', (chance: Chance) => binomial(chance, 40, 0.1), 4],
    ['many successes', (chance: Chance) => binomial(chance, 1_000, 0.4), 400],
    ['tries until a success', (chance: Chance) => failuresBefore(chance, 0.25), 3],
    ['a wait that is cut off', (chance: Chance) => waitBelow(chance, 5, 8), meanWithin(5, 8)],
  ])('%s has its mean', (_, draw, mean) => {
    expect(Math.abs(meanOf(draw) - mean)).toBeLessThan(0.03 * Math.max(1, mean));
  });

  test('knows the ends of a share', () => {
    const chance = createChance(1);
    expect([beta(chance, 0, 2), beta(chance, 1, 2), binomial(chance, 9, 0), binomial(chance, 9, 1), poisson(chance, 0)]).toEqual([
      0, 1, 0, 9, 0,
    ]);
    expect([failuresBefore(chance, 1), failuresBefore(chance, 0), waitBelow(chance, 0, 5)]).toEqual([0, Number.POSITIVE_INFINITY, 0]);
  });
});
