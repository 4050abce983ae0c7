// A browser asks by itself before it closes or reloads; our own ways out of a page, and the browser's keys for back and forward, ask with
// the page's sheet.

type Way = () => void;

let ask: ((onwards: Way) => void) | null = null;

/** Where the held page stands in the browser's history; null where that is not known, and so cannot be gone back to. */
let place: number | null = null;

/** How far the browser's keys have gone from the held page, until it is back there and has asked. */
let away: number | null = null;

/** Where the browser stands in its history, as the router counts. */
function placeNow(): number | null {
  const idx = (window.history.state as { readonly idx?: unknown } | null)?.idx;
  return typeof idx === 'number' && Number.isInteger(idx) ? idx : null;
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

function askOfKeys(): void {
  if (away === null || placeNow() !== place) return;
  const steps = away;
  away = null;
  leavePage(() => window.history.go(steps));
}

/** When we hear of the browser's keys it has gone already: it is sent back, and the router hears of neither. */
function turnBack(event: PopStateEvent): void {
  const now = placeNow();
  // What no browser says is the router, which looks again at where it stands.
  if (place === null || now === null || !event.isTrusted) return;
  const steps = now - place;
  if (steps === 0 ? away === null : ask === null) return;
  event.stopImmediatePropagation();
  // Not before the browser has said all that it says of the way back.
  if (steps === 0) return void setTimeout(askOfKeys);
  away = steps;
  window.history.go(-steps);
}

/** A browser says every such way twice. */
function hearOnce(event: HashChangeEvent): void {
  if (away !== null) event.stopImmediatePropagation();
}

/** Listens to the browser's keys; before the router does, which hears what is left. */
export function watchKeys(): void {
  window.addEventListener('popstate', turnBack);
  window.addEventListener('hashchange', hearOnce);
}

function letGo(): void {
  ask = null;
  window.removeEventListener('beforeunload', warn);
}

/**
 * Holds the page that is on show.
 * @param _message what WeChat would ask
 * @param onAsk asks; the way that somebody wanted to go is gone by calling what it is given
 * @returns lets go of the page
 */
export function holdPage(_message: string, onAsk: (onwards: Way) => void): () => void {
  ask = onAsk;
  place = placeNow();
  window.addEventListener('beforeunload', warn);
  return letGo;
}

/** Goes a way out of the page: at once, or once the page that is held lets it. */
export function leavePage(onwards: Way): void {
  if (ask === null) return onwards();
  ask(() => {
    letGo();
    onwards();
  });
}
