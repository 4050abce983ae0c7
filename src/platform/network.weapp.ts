// When a phone has its network again, as WeChat tells it.

/** Hears of every moment from which there is a network again. */
export function hearNetwork(back: () => void): void {
  wx.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) back();
  });
}
