// The web app's own address without its query: the persona of a playground phone is never passed on.

/** The address that opens a path (with its query) of the app. */
export function webAddress(path: string): string | null {
  return `${window.location.origin}${window.location.pathname}#${path}`;
}
