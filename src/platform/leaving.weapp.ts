// WeChat asks by itself before a page is left, with words that were given before.

/** Holds the page that is on show, see leaving.h5. */
export function holdPage(message: string, _onAsk: (onwards: () => void) => void): () => void {
  wx.enableAlertBeforeUnload?.({ message });
  return () => wx.disableAlertBeforeUnload?.();
}

/** Goes a way out of the page: who asks is WeChat. */
export function leavePage(onwards: () => void): void {
  onwards();
}
