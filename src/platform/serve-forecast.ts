// A worker's side of a forecast: one order, how far it is again and again, and the forecast.
import type { ForecastNews, ForecastOrder } from '#app/platform/forecast-worker';
import { beginForecast } from '#core/rules/forecast/forecast';
import { inSlices } from '#core/rules/forecast/slices';

/** How often a worker says how far it is, in ms: often enough for a bar that moves. Nobody waits for its slices. */
const NEWS_MS = 80;

/** Runs the forecast that is ordered, and says how far it is on the way. */
export function serveForecast(order: ForecastOrder, say: (news: ForecastNews) => void, now: () => number): void {
  const work = beginForecast(order);
  const next = inSlices(work, now, NEWS_MS);
  while (next()) say({ kind: 'progress', progress: work.done() / work.runs });
  say({ kind: 'done', forecast: work.result() });
}
