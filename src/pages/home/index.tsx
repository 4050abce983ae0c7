// The home tab; a placeholder until the check-in page stands.
import { Button } from '@nutui/nutui-react-taro';
import '@nutui/nutui-react-taro/dist/es/packages/button/style/css';
import { platformName } from '#app/platform/platform-name';
import { NoticeLine } from '#app/ui/notice-line.tsx';
import { fen } from '#core/values/fen';
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import './index.scss';

export default function Home() {
  const [checkedIn, setCheckedIn] = useState(false);
  return (
    <View className="home">
      <Text className="home-title">群惠 {platformName} {String(fen)}</Text>
      <NoticeLine text="hello-notice" />
      <Button type="primary" onClick={() => setCheckedIn(true)}>
        {checkedIn ? '已打卡' : '打卡'}
      </Button>
    </View>
  );
}
