// A browser has no bar of ours: this one names the page and goes back, or home where there is nothing to go back to.
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useEffect } from 'react';
import { leavePage } from '#app/platform/leaving';
import type { TopBarProps } from '#app/ui/top-bar.tsx';
import './browser-only.scss';
import './top-bar.scss';

function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.switchTab({ url: '/pages/home/index' });
}

export function TopBar({ title, back, backLabel }: TopBarProps) {
  useEffect(() => {
    void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return (
    <View className="top-bar">
      {back ? (
        <View className="top-bar__back" id="go-back" role="button" aria-label={backLabel} onClick={() => leavePage(goBack)}>
          <View className="top-bar__arrow" />
        </View>
      ) : null}
      <Text className="top-bar__title">{title}</Text>
    </View>
  );
}
