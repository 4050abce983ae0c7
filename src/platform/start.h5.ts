// A browser wants nothing.

/** Nothing to start. */
export function startPlatform(): void {}
