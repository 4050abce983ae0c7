// A card that is tapped on a phone: once, as soon as the app there can hear it, and never on top of a page that is still coming.

/** A phone, as far as a tap goes. */
export interface TappedPhone {
  /** The start of the app that shows a page now; null while it is still starting and hears nothing. */
  start(): object | null;
  /** Whether it shows the card's page. */
  isOpen(): boolean;
  tap(): void;
}

/** How often the phone is looked at, and how many times before it is given up. */
const LOOK_MS = 500;
const LOOKS_MAX = 30;

/** Repeats something every so many ms; answers the way to stop. */
export type Repeat = (act: () => void, everyMs: number) => () => void;

/**
 * Taps a card; again only where the app has started anew before the card's page was there, since what it had heard went with it.
 * @returns the way to give it up
 */
export function tapCard(phone: TappedPhone, repeat: Repeat): () => void {
  let heardBy: object | null = null;
  let looks = 0;
  const look = () => {
    looks += 1;
    const start = phone.start();
    if (looks > LOOKS_MAX || (heardBy !== null && phone.isOpen())) return stop();
    if (start === null || start === heardBy) return;
    heardBy = start;
    phone.tap();
  };
  const stop = repeat(look, LOOK_MS);
  look();
  return stop;
}
