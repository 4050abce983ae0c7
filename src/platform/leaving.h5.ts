// A browser asks by itself before it closes or reloads; our own ways out of a page ask with the page's sheet.

type Way = () => void;

let ask: ((onwards: Way) => void) | null = null;

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}

/**
 * Holds the page that is on show.
 * @param _message what WeChat would ask
 * @param onAsk asks; the way that somebody wanted to go is gone by calling what it is given
 * @returns lets go of the page
 */
export function holdPage(_message: string, onAsk: (onwards: Way) => void): () => void {
  ask = onAsk;
  window.addEventListener('beforeunload', warn);
  return () => {
    ask = null;
    window.removeEventListener('beforeunload', warn);
  };
}

/** Goes a way out of the page: at once, or once the page that is held lets it. */
export function leavePage(onwards: Way): void {
  if (ask === null) onwards();
  else ask(onwards);
}
