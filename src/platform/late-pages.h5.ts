// In a browser every page is a file of its own: one that comes late must not cover the page that was asked for since.
import Taro from '@tarojs/taro';

interface RouterEvent {
  readonly toLocation?: { readonly path?: string };
}

/** Watches the router, which shows whatever came last, and has it look again where that is not what was asked for last. */
export function watchLatePages(): void {
  let asked = '';
  let shown = '';
  Taro.eventCenter.on('__taroRouterChange', ({ toLocation }: RouterEvent) => {
    asked = toLocation?.path ?? '';
  });
  Taro.eventCenter.on('__afterTaroRouterChange', ({ toLocation }: RouterEvent) => {
    const isCovered = shown === asked;
    shown = toLocation?.path ?? '';
    if (isCovered && shown !== asked) window.dispatchEvent(new PopStateEvent('popstate'));
  });
}
