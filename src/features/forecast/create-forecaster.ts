// Runs a forecast on this phone: asks for what it rests on, then has a worker compute it, or computes it in slices, so that the screen
// stays awake and shows how far it is.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import type { ForecastWorker } from '#app/platform/forecast-worker';
import type { InputOf, ValueOf } from '#core/contract';
import { beginForecast, type ForecastInput, runsFor } from '#core/rules/forecast/forecast';
import { inSlices } from '#core/rules/forecast/slices';
import type { Forecast } from '#core/rules/forecast/summary';

type Basis = ValueOf<'forecast.basis'>;
type Draft = ValueOf<'campaign.preview'>['draft'];

/** A forecast as it stands. */
export interface ForecasterState {
  /** From 0 to 1. */
  readonly progress: number;
  readonly basis: Basis | null;
  readonly forecast: Forecast | null;
  /** Why there is none. */
  readonly no: No | null;
}

/** A phone's forecast of one draft at a time. */
export interface Forecaster {
  readonly store: StoreApi<ForecasterState>;
  /** Forecasts a draft without problems; one that is under way is given up. */
  run(place: InputOf<'forecast.basis'>, draft: Draft): Promise<void>;
  /** Gives up what is under way, and forgets what there was. */
  stop(): void;
  /** When nothing is under way any more: it is done, could not be, or was given up. */
  settled(): Promise<void>;
}

/** What a forecaster is made of. */
export interface ForecasterParts {
  readonly caller: Caller;
  /** A worker for one forecast, or null where there is none: then this thread computes, in slices. */
  readonly startWorker: () => ForecastWorker | null;
  /** Lets the screen draw before the next slice. */
  readonly rest: () => Promise<void>;
  readonly now: () => number;
}

/** One computation: its forecast, or null when it was given up. */
interface Computation {
  readonly forecast: Promise<Forecast | null>;
  giveUp(): void;
}

/** How long a slice may take, in ms: a finger never waits longer. */
const SLICE_MS = 24;

const nothing: ForecasterState = { progress: 0, basis: null, forecast: null, no: null };

/** Has a worker compute; one whose script cannot be loaded or breaks is `'broken'`. Giving up ends it at once. */
function computeInWorker(worker: ForecastWorker, input: ForecastInput, tell: (progress: number) => void) {
  let end: (answer: Forecast | 'broken' | null) => void = () => undefined;
  const forecast = new Promise<Forecast | 'broken' | null>((resolve) => {
    end = (answer) => {
      worker.onmessage = null;
      worker.onerror = null;
      worker.terminate();
      resolve(answer);
    };
  });
  worker.onerror = () => end('broken');
  worker.onmessage = ({ data }) => (data.kind === 'done' ? end(data.forecast) : tell(data.progress));
  worker.postMessage(input);
  return { forecast, giveUp: () => end(null) };
}

/** Computes on this thread, and lets the screen draw after each slice. */
function computeHere(input: ForecastInput, tell: (progress: number) => void, { now, rest }: ForecasterParts): Computation {
  let isGivenUp = false;
  const compute = async () => {
    const work = beginForecast(input);
    const next = inSlices(work, now, SLICE_MS);
    for (let goesOn = true; goesOn; ) {
      goesOn = next();
      tell(work.done() / work.runs);
      await rest();
      if (isGivenUp) return null;
    }
    return work.result();
  };
  return {
    forecast: compute(),
    giveUp: () => {
      isGivenUp = true;
    },
  };
}

/** Computes in a worker if there is one, and here if there is none or it breaks. */
function compute(input: ForecastInput, tell: (progress: number) => void, parts: ForecasterParts): Computation {
  const worker = parts.startWorker();
  if (worker === null) return computeHere(input, tell, parts);
  const there = computeInWorker(worker, input, tell);
  let current: { giveUp(): void } = there;
  const forecast = there.forecast.then((answer) => {
    if (answer !== 'broken') return answer;
    const here = computeHere(input, tell, parts);
    current = here;
    return here.forecast;
  });
  return { forecast, giveUp: () => current.giveUp() };
}

/** Makes a forecaster. */
export function createForecaster(parts: ForecasterParts): Forecaster {
  const store = createStore<ForecasterState>(() => nothing);
  let generation = 0;
  let underWay: Computation | null = null;
  let running: Promise<void> = Promise.resolve();

  function stop(): void {
    generation += 1;
    underWay?.giveUp();
    underWay = null;
    store.setState(nothing, true);
  }

  async function begin(place: InputOf<'forecast.basis'>, draft: Draft): Promise<void> {
    const mine = generation;
    const reply = await parts.caller.view('forecast.basis', place);
    if (mine !== generation) return;
    if (!reply.ok) {
      store.setState({ no: reply as No });
      return;
    }
    const basis = reply.value;
    const input = { draft, behaviour: basis.behaviour, fromOn: basis.fromOn, hoursGone: basis.hoursGone, seed: basis.seed };
    store.setState({ basis });
    underWay = compute({ ...input, runs: runsFor(input) }, (progress) => mine === generation && store.setState({ progress }), parts);
    const forecast = await underWay.forecast;
    if (mine !== generation) return;
    underWay = null;
    store.setState({ progress: 1, forecast });
  }

  return {
    store,
    run(place, draft) {
      stop();
      running = begin(place, draft);
      return running;
    },
    stop,
    settled: () => running,
  };
}

/** Whether there may still come a forecast. */
export function isUnderWay({ forecast, no }: ForecasterState): boolean {
  return forecast === null && no === null;
}

/** What is kept of a forecast at publish; null where nothing was forecast. */
export function keptOf({ basis, forecast }: ForecasterState): NonNullable<InputOf<'campaign.publish'>['outlook']>['forecast'] {
  if (basis === null || forecast === null) return null;
  const { seed, runs, gone } = forecast;
  const whole = ({ low, median, high }: Forecast['fen']) => ({ low: Math.round(low), median: Math.round(median), high: Math.round(high) });
  return {
    seed,
    runs,
    redemptions: whole(forecast.redemptions),
    taken: whole(forecast.taken),
    fen: whole(forecast.fen),
    points: whole(forecast.points),
    gonePercent: Math.round(gone.chance * 100),
    ownPercent: basis.behaviour.source.ownPercent,
  };
}
