// Made by `npm run priors -- --data DIR --write` from The Complete Journey; how, and from which counts, stands in docs/forecast.md.
import type { ConversionKind, ConversionPrior } from '#core/rules/forecast/conversion-fit';

/** What 14 real campaigns converted, by kind. Source: The Complete Journey, 84.51°, R package completejourney 1.1.1 (CC0). */
export const conversionPriors: Readonly<Record<ConversionKind, ConversionPrior>> = {
  A: { odds: -2.0535, oddsSpread: 0.6986, logMore: 0.1812, logMoreSpread: 0.5812, timing: 0.3201, days: 47.5 },
  B: { odds: -2.7356, oddsSpread: 0.6986, logMore: -0.1273, logMoreSpread: 0.5812, timing: 0.4407, days: 38.8 },
  C: { odds: -2.0615, oddsSpread: 0.6986, logMore: -0.3362, logMoreSpread: 0.5812, timing: 0.2544, days: 109.5 },
};
