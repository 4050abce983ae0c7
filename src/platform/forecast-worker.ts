// Where a forecast is computed beside the screen: what is said to a worker and by it. Here there is none, and the screen does it in slices.
import type { ForecastInput } from '#core/rules/forecast/forecast';
import type { Forecast } from '#core/rules/forecast/summary';

/** What a worker is told, once: to run this forecast. It is given up by ending the worker. */
export type ForecastOrder = ForecastInput;

/** What a worker says: how far it is, from 0 to 1, again and again; then the forecast. */
export type ForecastNews =
  | { readonly kind: 'progress'; readonly progress: number }
  | { readonly kind: 'done'; readonly forecast: Forecast };

/** A worker as the screen sees it. A browser's `Worker` is one. */
export interface ForecastWorker {
  onmessage: ((message: { readonly data: ForecastNews }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage(order: ForecastOrder): void;
  terminate(): void;
}

/** Starts a worker for one forecast; null where a platform has none, which docs/decisions/0028 gives the reasons for. */
export function startForecastWorker(): ForecastWorker | null {
  return null;
}
