// A mini-program has no web address. Its own round code comes from the server (wxacode.getUnlimited) and needs a published app.

/** There is none. */
export function webAddress(): string | null {
  return null;
}
