// Small things that a phone remembers between launches; nothing secret, nothing that the server decides by.
import Taro from '@tarojs/taro';
import { personaOf } from '#app/platform/playground';

/** The phones of the playground share one browser's storage: each keeps its own keys. */
export function keyOf(name: string): string {
  const persona = process.env.TARO_ENV === 'h5' ? personaOf(window.location.search) : null;
  return persona === null ? `qunhui.${name}` : `qunhui.${persona}.${name}`;
}

/** What was remembered under a name; null when nothing was, or the phone forbids it. */
export function recall(name: string): string | null {
  try {
    const value: unknown = Taro.getStorageSync(keyOf(name));
    return typeof value === 'string' && value !== '' ? value : null;
  } catch {
    return null;
  }
}

/** Remembers a text, or forgets it with null. */
export function remember(name: string, value: string | null): void {
  try {
    if (value === null) Taro.removeStorageSync(keyOf(name));
    else Taro.setStorageSync(keyOf(name), value);
  } catch {
    // A full or forbidden storage costs a preference, never a screen.
  }
}
