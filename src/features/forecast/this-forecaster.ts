// The forecasters of this phone: one of the draft that is to be published, one of the draft that is being written.
import { caller } from '#app/features/call';
import { createForecaster, type ForecasterParts } from '#app/features/forecast/create-forecaster';
import { startForecastWorker } from '#app/platform/forecast-worker';

const parts: ForecasterParts = {
  caller,
  startWorker: startForecastWorker,
  rest: () => new Promise((resolve) => setTimeout(resolve, 0)),
  now: Date.now,
};

/** Of the draft before it is published. */
export const forecaster = createForecaster(parts);

/** Of the draft beside its form: the form stays open behind the preview, and its forecast with it. */
export const editorForecaster = createForecaster(parts);
