// The forecaster of this phone.
import { caller } from '#app/features/call';
import { createForecaster } from '#app/features/forecast/create-forecaster';

/** The one forecaster. */
export const forecaster = createForecaster({
  caller,
  rest: () => new Promise((resolve) => setTimeout(resolve, 0)),
  now: Date.now,
});
