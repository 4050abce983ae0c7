// Chance that repeats: the same seed gives the same numbers on every machine.

/** Numbers from a seed. */
export interface Chance {
  /** From 0 inclusive to 1 exclusive. */
  fraction(): number;
  /** A whole number from `min` to `max`, both inclusive. */
  whole(min: number, max: number): number;
  /** Whether something of this probability happens. */
  happens(probability: number): boolean;
  /** One of a list that is not empty. */
  oneOf<T>(list: readonly T[]): T;
}

/** Creates chance from a seed (mulberry32). */
export function createSeededChance(seed: number): Chance {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const whole = (min: number, max: number) => min + Math.floor(fraction() * (max - min + 1));
  return {
    fraction,
    whole,
    happens: (probability) => fraction() < probability,
    oneOf(list) {
      const chosen = list[whole(0, list.length - 1)];
      if (chosen === undefined) throw new RangeError('nothing to choose from');
      return chosen;
    },
  };
}
