// WeChat tells the cloud function who is calling; there is nothing to hold.

/** Nothing to open in WeChat. */
export function openSession(): Promise<void> {
  return Promise.resolve();
}

/** There is no token in WeChat. */
export function sessionToken(): string | null {
  return null;
}
