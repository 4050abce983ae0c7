// A browser computes a forecast in a worker, from a script of our own origin; where its policy or its age forbids that, in slices.
import type { ForecastWorker } from '#app/platform/forecast-worker';

export function startForecastWorker(): ForecastWorker | null {
  try {
    return new Worker(new URL('./forecast-thread.ts', import.meta.url), { name: 'forecast' }) as unknown as ForecastWorker;
  } catch {
    return null;
  }
}
