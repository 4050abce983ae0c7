// WeChat opens cards by launching the app's own pages; nothing else comes from outside.

/** Nothing to listen to. */
export function hearOutside(): () => void {
  return () => undefined;
}
