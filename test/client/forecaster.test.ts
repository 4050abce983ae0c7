// The forecast on the phone: in slices with progress, the same as at once, given up when another begins, and what is kept of it.
import { expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createForecaster, keptOf } from '#app/features/forecast/create-forecaster';
import type { ValueOf } from '#core/contract';
import { defaultParameters } from '#core/rules/campaign/parameters';
import { campaignTypes } from '#core/rules/campaign/types/index';
import { forecastOf, RUNS } from '#core/rules/forecast/forecast';
import { priorBehaviour } from '#core/rules/forecast/priors';
import { good, no, type ScriptedAnswer, scriptTransport } from '../support/scripted-transport';

const window = { startsOn: '2026-03-02', endsOn: '2026-03-15' };
const draft = {
  type: 'coupon_drop',
  title: '满减',
  summary: '',
  ...window,
  groupId: null,
  parameters: defaultParameters(campaignTypes.coupon_drop.parameters, window),
} as unknown as ValueOf<'campaign.preview'>['draft'];
const basis = { behaviour: priorBehaviour(draft, 80), fromOn: '2026-03-02', hoursGone: 3, seed: 11 };
const place = { communityId: 'c1', campaignId: 'k1' };

function forecasterWith(answers: readonly ScriptedAnswer[], rest: () => Promise<void> = () => Promise.resolve()) {
  const transport = scriptTransport({ 'forecast.basis': answers });
  const caller = createCaller({ send: transport.send, wait: () => Promise.resolve() });
  let clock = 0;
  // Each look at the clock is later: slices never grow.
  return createForecaster({ caller, rest, now: () => (clock += 30) });
}

test('goes on in slices, says how far it is, and answers what it would have answered at once', async () => {
  const seen: number[] = [];
  const forecaster = forecasterWith([good(basis)]);
  forecaster.store.subscribe(({ progress }) => seen.push(progress));
  await forecaster.run(place, draft);
  const { forecast } = forecaster.store.getState();
  expect(forecast).toEqual(forecastOf({ draft, ...basis, runs: RUNS }));
  expect(seen.filter((progress) => progress > 0 && progress < 1).length).toBeGreaterThan(10);
  expect([...seen].sort((one, other) => one - other)).toEqual(seen);
});

test('is given up when the page is left', async () => {
  const forecaster = forecasterWith([good(basis)], async () => forecaster.stop());
  await forecaster.run(place, draft);
  expect(forecaster.store.getState().forecast).toBeNull();
});

test('says why there is none', async () => {
  const forecaster = forecasterWith([no('not_found', { what: 'campaign' })]);
  await forecaster.run(place, draft);
  expect(forecaster.store.getState()).toMatchObject({ forecast: null, no: { code: 'not_found' } });
  expect(keptOf(forecaster.store.getState())).toBeNull();
});

test('keeps whole numbers in order, with what they can be computed from again', async () => {
  const forecaster = forecasterWith([good(basis)]);
  await forecaster.run(place, draft);
  const kept = keptOf(forecaster.store.getState());
  expect(kept).toMatchObject({ seed: 11, runs: RUNS, ownPercent: 0 });
  for (const band of [kept?.redemptions, kept?.taken, kept?.fen, kept?.points]) {
    const { low = -1, median = -1, high = -1 } = band ?? {};
    expect(low >= 0 && low <= median && median <= high && Number.isInteger(median)).toBe(true);
  }
});
