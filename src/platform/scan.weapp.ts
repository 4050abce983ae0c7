// Scanning with WeChat's own camera screen.
import Taro from '@tarojs/taro';

/** The text of a scanned code; null when the person went back without one. */
export async function scanCode(): Promise<string | null> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: true, scanType: ['qrCode'] });
    return result;
  } catch {
    return null;
  }
}
