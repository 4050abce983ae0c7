// Chance for the forecast: a seed gives the same numbers on every machine, and each run has a seed of its own.

/** Numbers from a seed; the same seed gives the same ones in the same order. */
export interface Chance {
  /** From 0 inclusive to 1 exclusive. */
  fraction(): number;
  /** From the standard normal distribution. */
  normal(): number;
}

/** The seed of one run of a forecast: runs can then be made in any order, and in slices of any size. */
export function seedOfRun(seed: number, run: number): number {
  return (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(run + 1, 0xc2b2ae35)) >>> 0;
}

/** Creates chance from a seed (mulberry32; normal numbers by the polar method of Marsaglia). */
export function createChance(seed: number): Chance {
  let state = seed >>> 0;
  let spare: number | null = null;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  return {
    fraction,
    normal() {
      if (spare !== null) {
        const kept = spare;
        spare = null;
        return kept;
      }
      let across: number;
      let along: number;
      let square: number;
      do {
        across = 2 * fraction() - 1;
        along = 2 * fraction() - 1;
        square = across * across + along * along;
      } while (square >= 1 || square === 0);
      const scale = Math.sqrt((-2 * Math.log(square)) / square);
      spare = along * scale;
      return across * scale;
    },
  };
}

/** Gamma distributed, with a mean of `shape` (Marsaglia and Tsang 2000; shapes below one by their boost). */
export function gamma(chance: Chance, shape: number): number {
  if (shape <= 0) return 0;
  if (shape < 1) return gamma(chance, shape + 1) * (1 - chance.fraction()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = chance.normal();
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - chance.fraction()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A share that differs from member to member: beta distributed with a mean, and narrower the larger `alikeness` is. */
export function beta(chance: Chance, mean: number, alikeness: number): number {
  if (mean <= 0) return 0;
  if (mean >= 1) return 1;
  const one = gamma(chance, mean * alikeness);
  const other = gamma(chance, (1 - mean) * alikeness);
  return one + other === 0 ? (chance.fraction() < mean ? 1 : 0) : one / (one + other);
}

/** How many events come when `mean` are expected (Knuth; from 40 on the normal distribution is as good). */
export function poisson(chance: Chance, mean: number): number {
  if (mean <= 0) return 0;
  if (mean > 40) return Math.max(0, Math.round(mean + Math.sqrt(mean) * chance.normal()));
  const limit = Math.exp(-mean);
  let count = 0;
  let product = 1 - chance.fraction();
  while (product > limit) {
    count += 1;
    product *= 1 - chance.fraction();
  }
  return count;
}

/** How many of `trials` succeed (one by one; from 100 expected of either kind on the normal distribution is as good). */
export function binomial(chance: Chance, trials: number, share: number): number {
  if (trials <= 0 || share <= 0) return 0;
  if (share >= 1) return trials;
  const mean = trials * share;
  if (mean > 100 && trials - mean > 100) {
    return Math.min(trials, Math.max(0, Math.round(mean + Math.sqrt(mean * (1 - share)) * chance.normal())));
  }
  let count = 0;
  // From success to success: as many draws as there are successes, however many trials there are.
  const perTrial = Math.log(1 - share);
  for (let at = Math.floor(Math.log(1 - chance.fraction()) / perTrial); at < trials; count += 1) {
    at += 1 + Math.floor(Math.log(1 - chance.fraction()) / perTrial);
  }
  return count;
}

/** After how many tries something of this share first succeeds, counted from 0. */
export function failuresBefore(chance: Chance, share: number): number {
  if (share >= 1) return 0;
  return share <= 0 ? Number.POSITIVE_INFINITY : Math.floor(Math.log(1 - chance.fraction()) / Math.log(1 - share));
}

/** How many tries fail on average before one succeeds where at most `most` are counted: of geometric numbers, the share of each further one. */
function limitedMean(further: number, most: number): number {
  return further >= 1 ? most : (further * (1 - further ** most)) / (1 - further);
}

/** The largest share of further ones that is believed: of people who all stop at a limit nobody knows how far they would have gone. */
const FURTHER_MAX = 0.9;

/** The mean of geometric numbers that have this mean when none counts more than `most`; the inverse by halving. */
export function unlimitedMean(mean: number, most: number): number {
  let low = 0;
  let high = FURTHER_MAX;
  for (let halving = 0; halving < 40; halving += 1) {
    const middle = (low + high) / 2;
    if (limitedMean(middle, most) < mean) low = middle;
    else high = middle;
  }
  const further = (low + high) / 2;
  return further / (1 - further);
}

/** A time from an exponential distribution with a mean, given that it is below `limit`; same unit as both. */
export function waitBelow(chance: Chance, mean: number, limit: number): number {
  if (mean <= 0 || limit <= 0) return 0;
  return -mean * Math.log(1 - chance.fraction() * shareWithin(mean, limit));
}

/** The share of times of an exponential distribution with a mean that lie below `limit`. */
export function shareWithin(mean: number, limit: number): number {
  return mean <= 0 ? 1 : 1 - Math.exp(-limit / mean);
}
