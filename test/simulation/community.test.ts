// Communities live with faults, by the odd seeds of two hundred; and the same seed is the same life.
import { describe, expect, test } from 'vitest';
import { checkLife } from './checks/check-life';
import { plansFrom } from './lives';

describe('with every fault', () => {
  test.each(plansFrom(1, 100))('a community of seed $seed on $store is whole in the end', async (plan) => {
    expect((await checkLife(plan)).differences).toEqual([]);
  });
});

test.each(['memory', 'sqlite'] as const)('the same seed on %s is the same life, to the last answer and fault', async (store) => {
  const [plan] = plansFrom(11, 1);
  if (plan === undefined) throw new Error('there is a plan');
  const lives = [await checkLife({ ...plan, store }), await checkLife({ ...plan, store })];
  expect(lives[1]).toEqual(lives[0]);
  expect(lives[0]?.compared).toBeGreaterThan(200);
});

test('without any fault nothing is ever to be tried again', async () => {
  const { differences, answers, happened } = await checkLife({ seed: 2, days: 6, members: 8, faults: new Set(), store: 'memory' });
  expect(differences).toEqual([]);
  expect(Object.keys(answers).filter((answer) => answer.endsWith('try_again'))).toEqual([]);
  expect(Object.keys(happened)).toEqual(['timer run']);
});
