// The forecaster of this phone.
import { caller } from '#app/features/call';
import { createForecaster } from '#app/features/forecast/create-forecaster';
import { startForecastWorker } from '#app/platform/forecast-worker';

/** The one forecaster. */
export const forecaster = createForecaster({
  caller,
  startWorker: startForecastWorker,
  rest: () => new Promise((resolve) => setTimeout(resolve, 0)),
  now: Date.now,
});
