// In a browser every page is a file of its own: one that comes late must not cover the page that was asked for since.
import Taro from '@tarojs/taro';

interface RouterEvent {
  readonly toLocation?: { readonly path?: string };
}

/** Has the router look again at the address that it stands at. */
export function lookAgain(): void {
  window.dispatchEvent(new PopStateEvent('popstate'));
}

/**
 * Watches the router, which shows whatever came last, and has it look again where that is not what was asked for last.
 * @returns whether the page that was asked for last is still to come
 */
export function watchLatePages(): () => boolean {
  let asked = '';
  let shown = '';
  Taro.eventCenter.on('__taroRouterChange', ({ toLocation }: RouterEvent) => {
    asked = toLocation?.path ?? '';
  });
  Taro.eventCenter.on('__afterTaroRouterChange', ({ toLocation }: RouterEvent) => {
    const isCovered = shown === asked;
    shown = toLocation?.path ?? '';
    if (isCovered && shown !== asked) lookAgain();
  });
  return () => shown !== asked;
}
