// The forecast on the phone: by a worker or in slices, with progress, the same as at once, given up when another begins, and what is kept.
import { describe, expect, test } from 'vitest';
import { createCaller } from '#app/features/call';
import { createForecaster, isUnderWay, keptOf } from '#app/features/forecast/create-forecaster';
import type { ForecastNews, ForecastOrder, ForecastWorker } from '#app/platform/forecast-worker';
import { serveForecast } from '#app/platform/serve-forecast';
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

/** A worker that computes when it is told to, as a browser's would; what it says comes to nobody once it is ended. */
function scriptWorker(act: (order: ForecastOrder, say: (news: ForecastNews) => void, fail: () => void) => void) {
  const seen = { started: 0, ended: 0 };
  const start = (): ForecastWorker => {
    seen.started += 1;
    const worker: ForecastWorker = {
      onmessage: null,
      onerror: null,
      postMessage: (order) =>
        act(
          // As between threads: what is sent is a copy.
          structuredClone(order),
          (news) => worker.onmessage?.({ data: structuredClone(news) }),
          () => worker.onerror?.({ type: 'error' }),
        ),
      terminate: () => {
        seen.ended += 1;
      },
    };
    return worker;
  };
  return { start, seen };
}

/** A clock that is later by so many ms at each look. */
function clockBy(stepMs: number): () => number {
  let clock = 0;
  return () => (clock += stepMs);
}

function forecasterWith(
  answers: readonly ScriptedAnswer[],
  rest: () => Promise<void> = () => Promise.resolve(),
  startWorker: () => ForecastWorker | null = () => null,
) {
  const transport = scriptTransport({ 'forecast.basis': answers });
  const caller = createCaller({ send: transport.send, wait: () => Promise.resolve() });
  // Slices never grow.
  return createForecaster({ caller, startWorker, rest, now: clockBy(30) });
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

describe('a worker', () => {
  test('is told once, says how far it is, answers what slices would have answered, and is ended', async () => {
    const { start, seen } = scriptWorker((order, say) => serveForecast(order, say, clockBy(100)));
    const progress: number[] = [];
    const forecaster = forecasterWith([good(basis)], undefined, start);
    forecaster.store.subscribe((state) => progress.push(state.progress));
    await forecaster.run(place, draft);
    expect(forecaster.store.getState().forecast).toEqual(forecastOf({ draft, ...basis, runs: RUNS }));
    expect(progress.filter((part) => part > 0 && part < 1).length).toBeGreaterThan(10);
    expect(seen).toEqual({ started: 1, ended: 1 });
  });

  test('that breaks, as where its script cannot be loaded, leaves the forecast to slices', async () => {
    const { start, seen } = scriptWorker((_order, _say, fail) => fail());
    const forecaster = forecasterWith([good(basis)], undefined, start);
    await forecaster.run(place, draft);
    expect(forecaster.store.getState().forecast).toEqual(forecastOf({ draft, ...basis, runs: RUNS }));
    expect(seen).toEqual({ started: 1, ended: 1 });
  });

  test('is ended when the page is left, and what it still says is heard no more', async () => {
    let sayLate: () => void = () => undefined;
    let told: () => void = () => undefined;
    const isTold = new Promise<void>((resolve) => {
      told = resolve;
    });
    const { start, seen } = scriptWorker((order, say) => {
      sayLate = () => serveForecast(order, say, clockBy(100));
      told();
    });
    const forecaster = forecasterWith([good(basis)], undefined, start);
    const run = forecaster.run(place, draft);
    await isTold;
    expect(isUnderWay(forecaster.store.getState())).toBe(true);
    forecaster.stop();
    await Promise.all([run, forecaster.settled()]);
    sayLate();
    expect(seen).toEqual({ started: 1, ended: 1 });
    expect(forecaster.store.getState()).toMatchObject({ progress: 0, forecast: null });
  });

  test('is started anew for another draft: the first one is given up', async () => {
    let told: () => void = () => undefined;
    const isTold = new Promise<void>((resolve) => {
      told = resolve;
    });
    const { start, seen } = scriptWorker((order, say) => {
      if (seen.started === 2) serveForecast(order, say, clockBy(100));
      told();
    });
    const forecaster = forecasterWith([good(basis), good(basis)], undefined, start);
    const first = forecaster.run(place, draft);
    await isTold;
    const dearer = { ...draft, parameters: { ...draft.parameters, stock: 3 } } as typeof draft;
    await Promise.all([first, forecaster.run(place, dearer)]);
    expect(forecaster.store.getState().forecast).toEqual(forecastOf({ draft: dearer, ...basis, runs: RUNS }));
    expect(seen).toEqual({ started: 2, ended: 2 });
  });
});

test('whoever waits for it finds it whole, however it ends', async () => {
  const forecaster = forecasterWith([good(basis), no('not_found', { what: 'campaign' })]);
  void forecaster.run(place, draft);
  expect(keptOf(forecaster.store.getState())).toBeNull();
  await forecaster.settled();
  expect(keptOf(forecaster.store.getState())).toMatchObject({ runs: RUNS });
  void forecaster.run(place, draft);
  expect(isUnderWay(forecaster.store.getState())).toBe(true);
  await forecaster.settled();
  expect(isUnderWay(forecaster.store.getState())).toBe(false);
});
