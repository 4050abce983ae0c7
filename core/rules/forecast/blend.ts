// Blending what a community has shown with what is stated for others: the more it has shown, the less the priors count.
import type { Amount, Share } from '#core/rules/forecast/behaviour';
import { logOdds, type Measured, pool, shareOf } from '#core/rules/forecast/shares';

/** How far the priors' mean may be from a community's own, in log-odds: communities differ more than campaigns of one do. */
const PRIOR_DISTANCE = 2;
/** The priors' spread counts like so many campaigns. */
const PRIOR_CAMPAIGNS = 3;

/** The mean of own measurements and a prior, on the scale of logarithms, and how a next one may lie around it. */
function blendMeasured(own: readonly Measured[], prior: { readonly mean: number; readonly spread: number }): typeof prior {
  if (own.length === 0) return prior;
  const pooled = pool(own);
  const between = (PRIOR_CAMPAIGNS * prior.spread ** 2 + (own.length - 1) * pooled.between) / (PRIOR_CAMPAIGNS + own.length - 1);
  let weights = 1 / PRIOR_DISTANCE ** 2;
  let sum = prior.mean / PRIOR_DISTANCE ** 2;
  for (const { value, variance } of own) {
    weights += 1 / (variance + between);
    sum += value / (variance + between);
  }
  return { mean: sum / weights, spread: Math.sqrt(between + 1 / weights) };
}

/** A share from own measurements of its log-odds. */
export function blendShare(own: readonly Measured[], prior: Share): Share {
  const blended = blendMeasured(own, { mean: logOdds(prior.mean), spread: prior.spread });
  return { mean: shareOf(blended.mean), spread: blended.spread };
}

/** An amount from own measurements of its logarithm. */
export function blendAmount(own: readonly Measured[], prior: Amount): Amount {
  const blended = blendMeasured(own, { mean: Math.log(prior.mean), spread: prior.spread });
  return { mean: Math.exp(blended.mean), spread: blended.spread };
}

/** A mean of own values of which there were so many, and a prior that counts like some more. */
export function blendMean(own: number, count: number, prior: number, priorCount: number): number {
  return count <= 0 ? prior : (own * count + prior * priorCount) / (count + priorCount);
}
