// Files in WeChat: they are sent to a chat that the person chooses, such as to themselves.
import Taro from '@tarojs/taro';
import { privacyDesk } from '#app/platform/privacy';

interface FileSending {
  shareFileMessage?(options: { filePath: string; fileName: string; success(): void; fail(error: unknown): void }): void;
}

function send(filePath: string, fileName: string): Promise<boolean> {
  return new Promise((resolve) => {
    const { shareFileMessage } = wx as unknown as FileSending;
    if (shareFileMessage === undefined) return resolve(false);
    shareFileMessage({ filePath, fileName, success: () => resolve(true), fail: () => resolve(false) });
  });
}

/** Gives a text to the person as a file; false where this WeChat is too old, or they sent it nowhere. */
export function handOverFile(name: string, text: string): Promise<boolean> {
  const filePath = `${wx.env.USER_DATA_PATH}/${name}`;
  return new Promise((resolve) => {
    const files = wx.getFileSystemManager();
    // What has been sent need not stay on the phone a second time.
    const success = () => resolve(send(filePath, name).finally(() => files.unlink({ filePath })));
    files.writeFile({ filePath, data: text, encoding: 'utf8', success, fail: () => resolve(false) });
  });
}

/** Puts a text where the person can paste it from; false where that is not allowed. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    return true;
  } catch (error) {
    privacyDesk.report(error);
    return false;
  }
}
