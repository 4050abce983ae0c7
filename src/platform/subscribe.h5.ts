// Subscribe messages exist in WeChat only: a browser never offers them.
import type { SubscribeAnswer } from '#app/platform/subscribe';

/** Whether this phone can be asked at all. */
export function canSubscribe(): boolean {
  return false;
}

/** Nobody is asked in a browser. */
export function askToSubscribe(): Promise<SubscribeAnswer> {
  return Promise.resolve({ kind: 'impossible' });
}
