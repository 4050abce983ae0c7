// Runs a forecast on this phone: asks for what it rests on, then works in slices, so that the screen stays awake and shows how far it is.
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Caller, No } from '#app/features/call';
import type { InputOf, ValueOf } from '#core/contract';
import { beginForecast, type ForecastWork, runsFor } from '#core/rules/forecast/forecast';
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
  /** Gives up what is under way. */
  stop(): void;
}

/** What a forecaster is made of. */
export interface ForecasterParts {
  readonly caller: Caller;
  /** Lets the screen draw before the next slice. */
  readonly rest: () => Promise<void>;
  readonly now: () => number;
}

/** How long a slice may take, in ms: a finger never waits longer. */
const SLICE_MS = 24;

const nothing: ForecasterState = { progress: 0, basis: null, forecast: null, no: null };

/** Makes a forecaster. */
export function createForecaster({ caller, rest, now }: ForecasterParts): Forecaster {
  const store = createStore<ForecasterState>(() => nothing);
  let generation = 0;

  async function work(forecast: ForecastWork, mine: number): Promise<boolean> {
    let runsPerSlice = 1;
    while (forecast.done() < forecast.runs) {
      const startedAt = now();
      forecast.step(runsPerSlice);
      const tookMs = now() - startedAt;
      if (tookMs < SLICE_MS / 2) runsPerSlice *= 2;
      else if (tookMs > SLICE_MS && runsPerSlice > 1) runsPerSlice = Math.floor(runsPerSlice / 2);
      store.setState({ progress: forecast.done() / forecast.runs });
      await rest();
      if (mine !== generation) return false;
    }
    return true;
  }

  return {
    store,
    async run(place, draft) {
      generation += 1;
      const mine = generation;
      store.setState(nothing, true);
      const reply = await caller.view('forecast.basis', place);
      if (mine !== generation) return;
      if (!reply.ok) {
        store.setState({ no: reply as No });
        return;
      }
      const basis = reply.value;
      const input = { draft, behaviour: basis.behaviour, fromOn: basis.fromOn, hoursGone: basis.hoursGone, seed: basis.seed };
      const forecast = beginForecast({ ...input, runs: runsFor(input) });
      store.setState({ basis });
      if (await work(forecast, mine)) store.setState({ progress: 1, forecast: forecast.result() });
    },
    stop() {
      generation += 1;
    },
  };
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
