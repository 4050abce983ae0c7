// WeChat asks by itself before a page is left, with words that were given before.
import Taro from '@tarojs/taro';

/** Holds the page that is on show, see leaving.h5. */
export function holdPage(message: string, _onAsk: () => void): () => void {
  wx.enableAlertBeforeUnload?.({ message });
  return () => wx.disableAlertBeforeUnload?.();
}

/** Goes back without asking. */
export function leavePage(): void {
  void Taro.navigateBack();
}

/** Only a browser has a bar of ours. */
export function askBeforeLeaving(): boolean {
  return false;
}
