// When a browser has its network again.

/** Hears of every moment from which there is a network again. */
export function hearNetwork(back: () => void): void {
  window.addEventListener('online', back);
}
