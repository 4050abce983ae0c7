// The lives of every run of the tests: small communities, short days, every fault, both stores; two files share them, and with them two cores.
import { faultNames } from './faults';
import type { LifePlan } from './stage';

/** So many plans, with the first of these seeds and every second one after it. */
export function plansFrom(seed: number, count: number): readonly LifePlan[] {
  return Array.from({ length: count }, (_, index) => ({
    seed: seed + 2 * index,
    days: 4,
    members: 6,
    faults: new Set(faultNames),
    store: index % 2 === 0 ? 'memory' : 'sqlite',
  }));
}
