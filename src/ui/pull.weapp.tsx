// WeChat itself shows that a page is pulled.

/** Nothing to draw. */
export function Pull(): null {
  return null;
}
