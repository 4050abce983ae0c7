// A mini-program's page has no address, and is never reloaded.

/** Nothing to keep. */
export function keepAddress(_path: string, _query: string): void {}
