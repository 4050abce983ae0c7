// Checkers that never complain prove nothing: rules and stores that are broken on purpose must be found by lives, and by what is wrong.
import { describe, expect, test } from 'vitest';
import { brokenRules, withBrokenRule } from './broken-rules';
import { brokenStores } from './broken-stores';
import { checkLife } from './checks/check-life';
import { faultNames } from './faults';
import type { LifePlan } from './stage';

/** How many lives may pass before the damage is found. */
const LIVES_MAX = 24;
const plan = { days: 6, members: 8, faults: new Set(faultNames), store: 'memory' } as const;

/** Lives one seed after another until something is found that reads like this; gives everything that was found. */
async function search(found: RegExp, check: typeof checkLife, more: Partial<LifePlan> = {}): Promise<readonly string[]> {
  const all: string[] = [];
  for (let seed = 1; seed <= LIVES_MAX; seed += 1) {
    const { differences } = await check({ ...plan, ...more, seed });
    all.push(...differences);
    if (differences.some((difference) => found.test(difference))) return all;
  }
  return all;
}

describe('lives find it when', () => {
  test.each(brokenRules)('$name', async (rule) => {
    const differences = await search(rule.found, (await withBrokenRule(rule)).checkLife);
    expect(differences.join('\n')).toMatch(new RegExp(rule.found.source, 'm'));
  });

  test.each(brokenStores)('a store $name', async ({ found, breakIt }) => {
    const differences = await search(found, checkLife, { breakStore: breakIt });
    expect(differences.join('\n')).toMatch(new RegExp(found.source, 'm'));
  });
});
