// WeChat wants its cloud started once, where the server runs in it.
import { serverAddress } from '#app/platform/server-address';

/** Starts the cloud in the environment that the mini-program was uploaded with. */
export function startPlatform(): void {
  if (serverAddress === '') wx.cloud.init({ traceUser: false });
}
