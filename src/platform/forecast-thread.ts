// The script of the browser's worker: it takes one order, and says how far it is until the forecast is done.
import type { ForecastNews, ForecastOrder } from '#app/platform/forecast-worker';
import { serveForecast } from '#app/platform/serve-forecast';

const scope = globalThis as unknown as {
  onmessage: ((message: { readonly data: ForecastOrder }) => void) | null;
  postMessage(news: ForecastNews): void;
};

scope.onmessage = ({ data }) => serveForecast(data, (news) => scope.postMessage(news), Date.now);
