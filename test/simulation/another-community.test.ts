// Communities live with faults, by the even seeds of two hundred; and a longer life of many people over a month.
import { describe, expect, test } from 'vitest';
import { checkLife } from './checks/check-life';
import { faultNames } from './faults';
import { plansFrom } from './lives';

describe('with every fault', () => {
  test.each(plansFrom(2, 100))('a community of seed $seed on $store is whole in the end', async (plan) => {
    expect((await checkLife(plan)).differences).toEqual([]);
  });
});

test('a community of thirty people over a month is whole in the end, and had its share of trouble', async () => {
  const { differences, answers, happened } = await checkLife({
    seed: 7,
    days: 30,
    members: 30,
    faults: new Set(faultNames),
    store: 'memory',
  });
  expect(differences).toEqual([]);
  const codes = new Set(Object.keys(answers).map((answer) => answer.split(' ')[1]));
  for (const code of ['already_checked_in', 'limit_reached', 'sold_out', 'points_short', 'try_again']) expect(codes).toContain(code);
  for (const fault of [
    'crash after commit',
    'restart',
    'conflict',
    'late copy',
    'lost answer',
    'duplicated request',
    'jump over midnight',
  ]) {
    expect(Object.keys(happened)).toContain(fault);
  }
});
