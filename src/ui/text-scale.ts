// By how much the text of the app is larger than it is drawn.

/** The sizes to choose from, each with its factor. */
export const textSizes = { standard: 1, large: 1.15, largest: 1.3 } as const;
export type TextSize = keyof typeof textSizes;

/** Beyond this a narrow phone shows a word per line; a browser's own zoom goes further. */
const SCALE_MAX = 1.5;

/** The factor of every size of text: the larger of what the phone says and what is chosen here, from 1 to 1.5. */
export function textScale(chosen: TextSize, system: number): number {
  const wanted = Number.isFinite(system) ? Math.max(textSizes[chosen], system) : textSizes[chosen];
  return Math.min(wanted, SCALE_MAX);
}

/** What was remembered as a size; the standard for anything else. */
export function textSizeOf(remembered: string | null): TextSize {
  return remembered === 'large' || remembered === 'largest' ? remembered : 'standard';
}
