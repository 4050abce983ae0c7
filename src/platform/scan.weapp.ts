// Scanning with WeChat's own camera screen.
import Taro from '@tarojs/taro';
import { privacyDesk } from '#app/platform/privacy';

/** The text of a scanned code; null when the person went back without one. */
export async function scanCode(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
    return result;
  } catch (error) {
    privacyDesk.report(error);
    return null;
  }
}
