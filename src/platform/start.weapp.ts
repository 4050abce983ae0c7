// WeChat wants its cloud started once.

/** Starts the cloud in the environment that the mini-program was uploaded with. */
export function startPlatform(): void {
  wx.cloud.init({ traceUser: false });
}
