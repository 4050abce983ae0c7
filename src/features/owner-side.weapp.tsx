// A phone has no room beside its page, and WeChat's own windows are as narrow.

/** Nothing to draw. */
export function OwnerSide(): null {
  return null;
}
