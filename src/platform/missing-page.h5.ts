// A page whose files did not come, in a browser: said over whatever is on show, of which nothing changes, until the page is asked for again.

/** What is said. */
export interface MissingWords {
  readonly text: string;
  readonly retryText: string;
}

const ID = 'page-missing';

/** Whether it stands there that a page is missing. */
export function isSaidMissing(): boolean {
  return document.getElementById(ID) !== null;
}

/** Takes it away. */
export function unsayMissing(): void {
  document.getElementById(ID)?.remove();
}

/** Says that a page is missing, with a way to try again. There may be no page at all yet that could say it: it stands by itself. */
export function sayMissing({ text, retryText }: MissingWords, onRetry: () => void): void {
  unsayMissing();
  const note = document.createElement('div');
  note.id = ID;
  note.className = 'page-missing';
  note.setAttribute('role', 'alert');
  const said = document.createElement('span');
  said.className = 'page-missing__text';
  said.textContent = text;
  const retry = document.createElement('button');
  retry.id = `${ID}-retry`;
  retry.type = 'button';
  retry.className = 'page-missing__retry';
  retry.textContent = retryText;
  retry.addEventListener('click', onRetry);
  note.append(said, retry);
  document.body.append(note);
}
