// What a forecast knows of single plays: pieces and prices of a group price, whom a trial chooses and when, and what gives nothing.
import { describe, expect, test } from 'vitest';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { defaultParameters } from '#core/rules/campaign/parameters';
import { type CampaignTypeCode, campaignTypeCodes, campaignTypes } from '#core/rules/campaign/types/index';
import type { Behaviour } from '#core/rules/forecast/behaviour';
import { unlimitedMean } from '#core/rules/forecast/chance';
import { forecastOf } from '#core/rules/forecast/forecast';
import { behaviourOf, type History } from '#core/rules/forecast/own-history';
import { assumed, priorBehaviour } from '#core/rules/forecast/priors';
import { SPANS_MAX } from '#core/rules/forecast/summary';
import { worstCaseOf } from '#core/rules/forecast/worst-case';
import type { CampaignDocument, DailyDocument, StockDocument } from '#core/tables';
import { addDays } from '#core/values/day';

const window = { startsOn: '2026-03-01', endsOn: '2026-03-30' };

function draftOf(type: CampaignTypeCode, parameters: object = {}, days = window): CampaignDraft {
  const values = { ...defaultParameters(campaignTypes[type].parameters, days), ...parameters };
  return { type, title: '活动', summary: '', ...days, groupId: null, parameters: values };
}

function forecast(draft: CampaignDraft, own: Partial<Behaviour> = {}, runs = 200) {
  const behaviour = { ...priorBehaviour(draft, 300), ...own };
  return forecastOf({ draft, behaviour, fromOn: draft.startsOn, hoursGone: 0, seed: 7, runs });
}

/** Ten days of February, in which a campaign was taken and used as said, each day as many. */
function historyOf(
  draft: CampaignDraft,
  counts: { readonly taken: number; readonly pieces: number; readonly used: number },
  couponsReserved = 10_000,
): History {
  const ten = Array.from({ length: 10 }, (_, index) => index + 1);
  const days = ten.map((day) => ({
    on: addDays('2026-01-31', day),
    members: 300,
    joined: 1,
    checkedIn: 60,
    campaigns: { past: { claimed: (counts.taken * day) / 10, used: (counts.used * day) / 10 } },
  }));
  const campaign = { ...draft, campaignId: 'past', state: 'live', startsOn: '2026-02-01' };
  const stock = { couponsReserved, couponsIssued: counts.pieces };
  return {
    days: days as unknown as DailyDocument[],
    campaigns: [{ campaign: campaign as unknown as CampaignDocument, stock: stock as unknown as StockDocument }],
    members: 300,
    dayStartsMinutes: 0,
  };
}

describe('a group price', () => {
  const prices = { priceFen: 800, referenceFen: 1_000, stock: 10_000, quantityMax: 4 };
  const all = { uses: { mean: 1, spread: 0 }, joinsPerDay: { mean: 0, spread: 0 } };

  test('lets people reserve several pieces, as far as its limit lets them', () => {
    const perReservation = (quantityMax: number, mean: number) => {
      const said = forecast(draftOf('group_price', { ...prices, quantityMax }), { ...all, piecesMore: { mean, spread: 0 } });
      return said.fen.median / said.redemptions.median / 200;
    };
    expect(perReservation(1, 0.5)).toBe(1);
    expect(perReservation(4, 0.0001)).toBeCloseTo(1, 1);
    expect(perReservation(4, 0.5)).toBeGreaterThan(1.35);
    expect(perReservation(4, 0.5)).toBeLessThan(1.6);
    expect(perReservation(4, 1_000)).toBeGreaterThan(3.9);
  });

  test('ends with the last piece: whoever wants more than is left takes what is left', () => {
    const said = forecast(draftOf('group_price', { ...prices, stock: 7 }), { ...all, piecesMore: { mean: 2, spread: 0 } });
    expect(said.fen).toEqual({ low: 1_400, median: 1_400, high: 1_400 });
    expect(said.gone.chance).toBe(1);
  });

  test('by tier costs more than by its price for everybody, and less than as if all stood highest', () => {
    const tiers = { byTier: 1, userPriceFen: 700, fanPriceFen: 600, coreFanPriceFen: 400 };
    const cost = (parameters: object) => {
      const said = forecast(draftOf('group_price', { ...prices, quantityMax: 1, ...parameters }), all);
      return said.fen.median / said.redemptions.median;
    };
    expect(cost({})).toBe(200);
    expect(cost(tiers)).toBeGreaterThan(205);
    expect(cost(tiers)).toBeLessThan(500);
  });

  test('learns from past ones how many pieces a reservation is for, and counts each reservation once', () => {
    const draft = draftOf('group_price', prices);
    const [few, many] = [110, 300].map((pieces) => behaviourOf(draft, historyOf(draft, { taken: 100, pieces, used: 60 })));
    expect(few?.piecesMore.mean).toBeLessThan(assumed.piecesMore.mean);
    expect(many?.piecesMore.mean).toBeGreaterThan(1.5);
    // The same hundred reservations, sixty of them used: that three times as many pieces are in them makes no difference.
    expect(many?.uses).toEqual(few?.uses);
    expect(few?.uses.mean).toBeGreaterThan(0.5);
  });
});

test('a mean that was seen up to a limit is told as if there were none', () => {
  // Half goes on each time: half of them no further, a quarter one, the rest two or more, of which two are seen.
  expect(unlimitedMean(0.75, 2)).toBeCloseTo(1, 6);
  expect(unlimitedMean(0, 3)).toBeCloseTo(0, 6);
  expect(unlimitedMean(3, 3)).toBeCloseTo(9, 6);
});

describe('a trial', () => {
  const trial = { places: 10, useUntilOn: '2026-04-10', reportUntilOn: '2026-04-20' };
  const keen = { takes: { mean: 0.9, spread: 0 }, takesWaitDays: 1 };

  test('by a criterion gives nobody a voucher before the day after its last; who comes first has one at once', () => {
    const [ranked, first] = ['criteria', 'first_come'].map((selection) => forecast(draftOf('trial', { ...trial, selection }), keen));
    expect(ranked?.gone).toMatchObject({ on: '2026-03-31', hour: 0 });
    expect(first?.gone.on).toBe('2026-03-01');
    expect(ranked?.taken).toEqual({ low: 10, median: 10, high: 10 });
    expect(ranked?.redemptions.median).toBe(first?.redemptions.median);
  });

  test('is used by most of the chosen, and learns from past trials how many, not from coupons', () => {
    const draft = draftOf('trial', trial);
    expect(priorBehaviour(draft, 300).uses).toEqual(assumed.usesTrial);
    const drop = draftOf('coupon_drop');
    const seldom = { taken: 100, pieces: 100, used: 5 };
    expect(behaviourOf(draft, historyOf(drop, seldom)).uses).toEqual(assumed.usesTrial);
    expect(behaviourOf(draft, historyOf(draftOf('trial', { ...trial, places: 200 }), seldom)).uses.mean).toBeLessThan(0.5);
  });
});

describe.each(campaignTypeCodes)('a campaign of type %s', (code) => {
  const draft = draftOf(code, {}, { startsOn: '2026-03-01', endsOn: '2026-05-31' });
  const { coupons, points, goods } = worstCaseOf(draft);

  test('has a forecast of people who take part, or gives nothing and says so', () => {
    const said = forecast(draft);
    if (coupons + points + goods > 0) expect(said.taken.high).toBeGreaterThan(0);
    else expect([said.fen.high, said.points.high, said.redemptions.high]).toEqual([0, 0, 0]);
  });

  test('is drawn whole: every part follows the one before, and together they are the cost', () => {
    for (const [endsOn, length] of [
      ['2026-03-14', 'day'],
      ['2026-06-30', 'week'],
      ['2027-02-27', 'four_weeks'],
    ] as const) {
      const { spans, ...said } = forecast(draftOf(code, {}, { startsOn: '2026-03-01', endsOn }), {}, 1);
      if (spans.length === 0) continue;
      expect(spans.length).toBeLessThanOrEqual(SPANS_MAX);
      for (const [index, span] of spans.entries()) {
        expect(span.on).toBe(index === 0 ? '2026-03-01' : addDays(spans[index - 1]?.untilOn ?? '', 1));
        expect(span.untilOn >= span.on).toBe(true);
      }
      // In a single run each band is what it gave.
      expect(spans.reduce((sum, { fen }) => sum + fen.median, 0)).toBeCloseTo(said.fen.median, -1);
      expect(spans.reduce((sum, { points: given }) => sum + given.median, 0)).toBeCloseTo(said.points.median, -1);
      if (code === 'checkin_plan') expect(said.length).toBe(length);
    }
  });
});
