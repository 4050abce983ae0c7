// The address of the page that is on show, in a browser: a reload opens what it says.

/** Has a reload open the page at a path, where it is still the one on show, with another query. */
export function keepAddress(path: string, query: string): void {
  const { pathname, search, hash } = window.location;
  if (hash.split('?')[0] !== `#${path}`) return;
  window.history.replaceState(window.history.state, '', `${pathname}${search}#${path}?${query}`);
}
