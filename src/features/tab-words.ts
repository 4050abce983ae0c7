// The tab bar's words follow the language.
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { useWords } from '#app/i18n/use-words';

/** Names the tabs; used by each tab page, as only there the bar can be changed. */
export function useTabWords(): void {
  const { tabs } = useWords().member;
  useEffect(() => {
    for (const [index, text] of [tabs.home, tabs.wall, tabs.board, tabs.me].entries()) {
      // A page that is being left has no tab bar any more; then the next one names it.
      Promise.resolve(Taro.setTabBarItem({ index, text })).catch(() => undefined);
    }
  }, [tabs]);
}
