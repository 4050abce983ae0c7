// A browser always shows the whole app.

/** Never in a browser. */
export function isSinglePage(): boolean {
  return false;
}
