// No mini-codes: an installation without a mini-program in WeChat's cloud puts web addresses on its posters.
import type { MiniCode } from '#server/ports/mini-code';

/** Never has a code. */
export const noMiniCode: MiniCode = { picture: async () => null };
