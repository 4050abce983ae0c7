// In WeChat nobody listens: the code is on the screen.

/** Says nothing. */
export function tellShowingCode(): void {}
