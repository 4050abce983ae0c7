// A short buzz in the hand, where a browser has one.

/** Buzzes once for what went well, twice for what did not. */
export function buzz(went: 'well' | 'wrong'): void {
  if (typeof navigator.vibrate === 'function') navigator.vibrate(went === 'well' ? 30 : [30, 80, 30]);
}
