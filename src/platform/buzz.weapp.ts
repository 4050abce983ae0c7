// A short buzz in the hand, by WeChat: light for what went well, heavy for what did not.
import Taro from '@tarojs/taro';

/** Buzzes; a phone that cannot stays silent. */
export function buzz(went: 'well' | 'wrong'): void {
  Taro.vibrateShort({ type: went === 'well' ? 'light' : 'heavy' }).catch(() => undefined);
}
