// In WeChat every window is a phone's.

/** Never. */
export function useWideWindow(): boolean {
  return false;
}
