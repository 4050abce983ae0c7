// The worst case is a hard bound: whoever does whatever, no run of any registered type costs more.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import { forecastOf } from '#core/rules/forecast/forecast';
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
        expect(run.spans.reduce((sum, { fen }) => sum + fen.high, 0)).toBeCloseTo(run.fen.high, -1);
      }),
      { numRuns: 60 },
    );
  });
});
