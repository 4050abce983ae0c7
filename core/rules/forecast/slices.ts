// A forecast in slices of about the same length, on whatever clock it is given: a machine twice as fast makes twice as many runs in each.
import type { ForecastWork } from '#core/rules/forecast/forecast';

/** Makes the next slice; false once all runs are made. */
export type NextSlice = () => boolean;

/** Cuts a forecast into slices of at most about `sliceMs` on the clock `now`, in ms. The answer does not depend on how it is cut. */
export function inSlices(work: ForecastWork, now: () => number, sliceMs: number): NextSlice {
  let runs = 1;
  return () => {
    const startedAt = now();
    work.step(runs);
    const tookMs = now() - startedAt;
    if (tookMs < sliceMs / 2) runs *= 2;
    else if (tookMs > sliceMs && runs > 1) runs = Math.floor(runs / 2);
    return work.done() < work.runs;
  };
}
