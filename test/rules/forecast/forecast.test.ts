// The forecast: the same seed says the same, the campaign's own rules decide, and the bands answer to what changes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CampaignDraft } from '#core/rules/campaign/campaign-draft';
import { defaultParameters } from '#core/rules/campaign/parameters';
import { type CampaignTypeCode, campaignTypes } from '#core/rules/campaign/types/index';
import { markDay } from '#core/rules/checkin/record';
import { type Behaviour, hourAt } from '#core/rules/forecast/behaviour';
import { beginForecast, forecastOf, RUNS, RUNS_MIN, runsFor } from '#core/rules/forecast/forecast';
import { priorBehaviour } from '#core/rules/forecast/priors';
import { freshRecord, markInPlace } from '#core/rules/forecast/triggers/check-in';
import type { CheckinRecord } from '#core/tables';
import { addDays, dayNumber, monthOf } from '#core/values/day';

const window = { startsOn: '2026-03-01', endsOn: '2026-03-30' };

function draftOf(type: CampaignTypeCode, parameters: object = {}): CampaignDraft {
  const values = { ...defaultParameters(campaignTypes[type].parameters, window), ...parameters };
  return { type, title: '活动', summary: '', ...window, groupId: null, parameters: values };
}

function forecast(draft: CampaignDraft, own: Partial<Behaviour> = {}, choices: { seed?: number; runs?: number; hoursGone?: number } = {}) {
  const behaviour = { ...priorBehaviour(draft, 300), ...own };
  return forecastOf({ draft, behaviour, fromOn: window.startsOn, hoursGone: 0, seed: 7, runs: 300, ...choices });
}

describe('a forecast', () => {
  test('says the same for the same seed, in slices of any size, and something else for another', () => {
    const draft = draftOf('coupon_drop');
    const whole = forecast(draft);
    const work = beginForecast({ draft, behaviour: priorBehaviour(draft, 300), fromOn: window.startsOn, hoursGone: 0, seed: 7, runs: 300 });
    while (work.done() < work.runs) work.step(37);
    expect(work.result()).toEqual(whole);
    expect(forecast(draft, {}, { seed: 8 })).not.toEqual(whole);
  });

  test('keeps its bands in order, and its days within the campaign and the time in which coupons can be used', () => {
    const said = forecast(draftOf('coupon_drop', { useUntilOn: '2026-04-09' }));
    for (const band of [said.fen, said.points, said.redemptions, said.taken, ...said.spans.map(({ fen }) => fen)]) {
      expect(band.low).toBeLessThanOrEqual(band.median);
      expect(band.median).toBeLessThanOrEqual(band.high);
    }
    expect(said.spans[0]?.on).toBe(window.startsOn);
    expect(said.spans.at(-1)?.untilOn).toBe('2026-04-09');
    expect(said.fen.median).toBe(said.redemptions.median * 500);
  });

  test('lets the campaign’s own rules decide: a limit for each member, a stock, a budget', () => {
    const plenty = { takesMore: { mean: 3, spread: 0 }, takes: { mean: 0.9, spread: 0 } };
    const [one, three] = [1, 3].map((perMemberMax) => forecast(draftOf('coupon_drop', { stock: 5_000, perMemberMax }), plenty));
    expect(three?.taken.median).toBeGreaterThan((one?.taken.median ?? 0) * 1.8);
    const few = forecast(draftOf('coupon_drop', { stock: 20, perMemberMax: 3 }), plenty);
    expect(few.taken).toEqual({ low: 20, median: 20, high: 20 });
    expect(few.gone).toMatchObject({ chance: 1 });
    expect(few.redemptions.high).toBeLessThanOrEqual(20);
    const plan = forecast(draftOf('checkin_plan', { pointsBudget: 1_000 }));
    expect(plan.points.high).toBe(1_000);
    expect(plan.gone.chance).toBeGreaterThan(0.9);
    const pairs = forecast(draftOf('invite_reward', { pairs: 3 }), { friendsPerMemberDay: { mean: 0.05, spread: 0 } });
    expect(pairs.taken.high).toBe(3);
    expect(pairs.gone.chance).toBeGreaterThan(0.9);
  });

  test('pays the milestones of a plan once each', () => {
    const daily = { checksIn: { mean: 0.999_999, spread: 0 }, checksInAlikeness: 1e9, joinsPerDay: { mean: 0, spread: 0 } };
    const plan = forecast(
      draftOf('checkin_plan', { pointsPerDay: 1, milestones: [{ days: 7, points: 100 }], pointsBudget: 10_000_000 }),
      daily,
      { runs: 5 },
    );
    expect(plan.points.median).toBe(300 * (30 + 100));
    expect(plan.taken.median).toBe(300 * 30);
  });

  test('finds the hour at which a stock is gone: within the hours that are still to come', () => {
    const rush = { takes: { mean: 0.9, spread: 0 }, takesWaitDays: 0.3 };
    const said = forecast(draftOf('coupon_drop', { stock: 30 }), rush, { hoursGone: 20 });
    expect(said.gone).toMatchObject({ chance: 1, on: window.startsOn });
    expect(said.gone.hour).toBeGreaterThanOrEqual(20);
    expect(hourAt([0, 1, 0, 1], 0.25)).toBe(1.5);
    expect(hourAt([0, 1, 0, 1], 0.75)).toBe(3.5);
    expect(hourAt([0, 1, 0, 1], 0.5, 2)).toBe(3.5);
  });

  test('makes a thousand runs, and fewer where a community is very large', () => {
    const draft = draftOf('checkin_plan');
    const input = (members: number) => ({ draft, behaviour: priorBehaviour(draft, members), fromOn: window.startsOn });
    expect(runsFor(input(1_000))).toBe(RUNS);
    expect(runsFor(input(1_000_000))).toBe(RUNS_MIN);
  });

  test('of a community without anybody, and of a campaign that is over, is nothing at all', () => {
    const nobody = forecast(draftOf('coupon_drop'), { members: 0, joinsPerDay: { mean: 0, spread: 0 } });
    expect([nobody.fen, nobody.taken].map(({ high }) => high)).toEqual([0, 0]);
    const draft = draftOf('checkin_plan');
    const over = forecastOf({ draft, behaviour: priorBehaviour(draft, 50), fromOn: '2026-04-02', hoursGone: 0, seed: 1, runs: 5 });
    expect(over.taken.high).toBe(0);
  });
});

test('a record that is marked where it stands says what a record that is made anew says', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 90 }), { minLength: 1, maxLength: 40 }), (offsets) => {
      const kept = freshRecord();
      let made: CheckinRecord | undefined;
      for (const day of offsets.sort((one, other) => one - other)) {
        const on = addDays(window.startsOn, day);
        markInPlace(kept, { on, month: monthOf(on), bit: 1 << (Number(on.slice(8)) - 1) }, dayNumber(on));
        made = markDay(made, on);
        const { lastDay: _lastDay, ...record } = kept;
        expect(record).toEqual(made);
      }
    }),
  );
});
