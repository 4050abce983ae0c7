// A number, a field, and a way to the other page.
import { Button, Input, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useState } from 'react';

export default function FirstPage() {
  const [taps, setTaps] = useState(0);
  const [typed, setTyped] = useState('');
  return (
    <View>
      <Button id="tap" onClick={() => setTaps((before) => before + 1)}>
        {taps}
      </Button>
      <Input id="type" value={typed} onInput={({ detail }) => setTyped(detail.value)} />
      <Text>{typed}</Text>
      <Button id="open" onClick={() => void Taro.navigateTo({ url: '/pages/second/index' })}>
        →
      </Button>
    </View>
  );
}
