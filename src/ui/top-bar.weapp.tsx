// WeChat draws the bar itself; the page only says its title, as the language can change.
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import type { TopBarProps } from '#app/ui/top-bar.tsx';

export function TopBar({ title }: TopBarProps) {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return null;
}
