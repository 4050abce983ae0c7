// The worst case is a hard bound: whoever does whatever, no run of any registered type costs more.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { defaultParameters } from '#core/rules/campaign/parameters';
import { campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import { forecastOf } from '#core/rules/forecast/forecast';
import { priorBehaviour } from '#core/rules/forecast/priors';
import { worstCaseOf } from '#core/rules/forecast/worst-case';
import { anyBehaviour } from '../../support/any-behaviour';
import { anyDraft, draftWindow } from '../../support/any-draft';

describe.each(campaignTypeCodes)('a campaign of type %s', (code) => {
  test('costs in no run more than its worst case', () => {
    fc.assert(
      fc.property(anyDraft(campaignTypes[code]), anyBehaviour, fc.nat(), (draft, behaviour, seed) => {
        const worst = worstCaseOf(draft);
        // One run: its band is what it gave.
        const run = forecastOf({ draft, behaviour, fromOn: draftWindow.startsOn, hoursGone: 0, seed, runs: 1 });
        expect(run.fen.high).toBeLessThanOrEqual(worst.fen);
        expect(run.points.high).toBeLessThanOrEqual(worst.points);
        expect(run.redemptions.high).toBeLessThanOrEqual(worst.coupons);
        // Goods are handed over at once, whoever takes them.
        if (code === 'points_exchange') expect(run.taken.high).toBeLessThanOrEqual(worst.coupons + worst.goods);
        for (const total of [run.fen, run.points, run.redemptions, run.taken]) expect(total.low).toBeGreaterThanOrEqual(0);
        expect(run.spans.reduce((sum, { fen }) => sum + fen.high, 0)).toBe(run.fen.high);
      }),
      { numRuns: 60 },
    );
  });
});

test('the parts of a campaign that costs millions come to the fen to what it costs', () => {
  const window = { startsOn: draftWindow.startsOn, endsOn: draftWindow.endsOn };
  const parameters = {
    ...defaultParameters(campaignTypes.coupon_drop.parameters, window),
    benefit: 'amount_off',
    amountOffFen: 16_777_217,
    thresholdFen: 20_000_000,
    stock: 200,
  };
  const draft = { type: 'coupon_drop', title: '活动', summary: '', ...window, groupId: null, parameters } as const;
  const behaviour = { ...priorBehaviour(draft, 300), uses: { mean: 1, spread: 0 } };
  const { fen, spans } = forecastOf({ draft, behaviour, fromOn: draftWindow.startsOn, hoursGone: 0, seed: 1, runs: 1 });
  // What one coupon takes off needs 25 bits.
  expect(Math.max(...spans.map((span) => span.fen.high))).toBeGreaterThan(2 ** 24);
  expect(spans.reduce((sum, span) => sum + span.fen.high, 0)).toBe(fen.high);
  expect(fen.high % 16_777_217).toBe(0);
});
