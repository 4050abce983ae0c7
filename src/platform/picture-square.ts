// The square that is drawn of a person's picture, the same on both platforms.

/** The side of the square that is drawn, in pixels: 44 on the screen, three times as sharp. */
export const PICTURE_SIDE = 132;

/** The most characters of base64 that are sent. */
export const PICTURE_SENT_MAX = 48 * 1024;

/** How much is given up for size, one after the other. */
export const QUALITIES = [0.85, 0.7, 0.5] as const;

/** The largest square in the middle of a picture. */
export function middleSquare(width: number, height: number): { readonly x: number; readonly y: number; readonly side: number } {
  const side = Math.min(width, height);
  return { x: (width - side) / 2, y: (height - side) / 2, side };
}
