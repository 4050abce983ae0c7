// The stated priors: they follow from the counts that are kept, and hold real campaigns that they were not fitted to.
import { describe, expect, test } from 'vitest';
import { conversionOf, fitConversion } from '#core/rules/forecast/conversion-fit';
import { conversionPriors } from '#core/rules/forecast/conversion-priors';
import { conversionBehaviour, meanWithin, waitOf } from '#core/rules/forecast/priors';
import { measuredOdds, pool } from '#core/rules/forecast/shares';
import { leaveOneOut } from '../../../scripts/priors/leave-one-out';
import { realCampaigns } from './real-campaigns';

describe('the stated priors of conversion', () => {
  test('are what the counts of the real campaigns say', () => {
    for (const kind of ['A', 'B', 'C'] as const) {
      const fitted = fitConversion(realCampaigns, kind);
      for (const [name, value] of Object.entries(conversionPriors[kind])) {
        expect(fitted[name as keyof typeof fitted]).toBeCloseTo(value, 3);
      }
    }
    expect(realCampaigns).toHaveLength(14);
    expect(conversionOf(conversionPriors.A)).toBeGreaterThan(conversionOf(conversionPriors.B));
  });

  test('forecast each real campaign from the others, and hold at least 10 of 14 inside of the 10–90 % band', () => {
    for (const seed of [1]) {
      const outside = leaveOneOut(realCampaigns, seed).filter(({ isInside }) => !isInside);
      expect(outside.length, outside.map(({ campaign, band }) => `${campaign.id} ${JSON.stringify(band)}`).join('\n')).toBeLessThanOrEqual(
        4,
      );
    }
  });

  test('let as many people use a coupon within the study’s window as did in the study', () => {
    const prior = conversionPriors.B;
    const { takes, takesWaitDays, uses } = conversionBehaviour(prior);
    const within = takes.mean * (1 - Math.exp(-prior.days / takesWaitDays)) * uses.mean;
    expect(within).toBeCloseTo(conversionOf(prior), 6);
  });

  test('find a wait whose times within a window have the mean that was seen', () => {
    for (const mean of [0.5, 3, 9]) expect(meanWithin(waitOf(mean, 20), 20)).toBeCloseTo(mean, 3);
  });
});

test('campaigns that differ no more than chance allows are taken for alike', () => {
  expect(pool([measuredOdds(50, 100), measuredOdds(52, 100), measuredOdds(48, 100)]).between).toBe(0);
  expect(pool([measuredOdds(5, 100), measuredOdds(50, 100), measuredOdds(90, 100)]).between).toBeGreaterThan(1);
  expect(() => pool([])).toThrow(RangeError);
});
