// The arithmetic of shares: log-odds, and a mean over campaigns that differ among each other.

/** The log-odds of a share between 0 and 1. */
export function logOdds(share: number): number {
  return Math.log(share / (1 - share));
}

/** The share with these log-odds. */
export function shareOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Something that was measured, and the variance of that measurement. */
export interface Measured {
  readonly value: number;
  readonly variance: number;
}

/** The mean over campaigns, how much campaigns differ (a variance), and how well the mean is known (a variance). */
export interface Pooled {
  readonly mean: number;
  readonly between: number;
  readonly uncertainty: number;
}

/** The log-odds of `count` out of `of`, with half a count added on both sides (Haldane and Anscombe), so that none and all can be told. */
export function measuredOdds(count: number, of: number): Measured {
  const yes = count + 0.5;
  const no = of - count + 0.5;
  return { value: Math.log(yes / no), variance: 1 / yes + 1 / no };
}

/** The logarithm of how many more there are for each of `each`. */
export function measuredRatio(more: number, each: number): Measured {
  return { value: Math.log((more + 0.5) / (each + 0.5)), variance: 1 / (more + 0.5) + 1 / (each + 0.5) };
}

/** Random effects over campaigns, by the moments of DerSimonian and Laird (1986). @throws RangeError without any measurement. */
export function pool(measured: readonly Measured[]): Pooled {
  if (measured.length === 0) throw new RangeError('nothing was measured');
  const weighted = (extra: number) => {
    let weights = 0;
    let sum = 0;
    for (const { value, variance } of measured) {
      weights += 1 / (variance + extra);
      sum += value / (variance + extra);
    }
    return { weights, mean: sum / weights };
  };
  const fixed = weighted(0);
  const squares = measured.reduce((sum, { variance }) => sum + 1 / variance ** 2, 0);
  const spread = measured.reduce((sum, { value, variance }) => sum + (value - fixed.mean) ** 2 / variance, 0);
  const scale = fixed.weights - squares / fixed.weights;
  const between = scale <= 0 ? 0 : Math.max(0, (spread - (measured.length - 1)) / scale);
  const { weights, mean } = weighted(between);
  return { mean, between, uncertainty: 1 / weights };
}

/** How far a group of campaigns lies from all of them, shrunk towards nothing as if one more campaign of the group lay exactly there. */
export function groupOffset(group: readonly Measured[], all: Pooled): number {
  const { between, mean } = all;
  if (group.length === 0 || between === 0) return 0;
  let weights = 1 / between;
  let sum = 0;
  for (const { value, variance } of group) {
    weights += 1 / (variance + between);
    sum += (value - mean) / (variance + between);
  }
  return sum / weights;
}
