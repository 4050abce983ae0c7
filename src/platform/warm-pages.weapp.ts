// WeChat preloads packages by itself, as app.config.ts says (preloadRule).

/** Nothing to bring. */
export function warmPages(): void {}
