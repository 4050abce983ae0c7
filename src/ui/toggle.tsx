// A setting that is on or off, with a sentence that says what on means.

import { Switch } from '@nutui/nutui-react-taro';
import { Text, View } from '@tarojs/components';
import '@nutui/nutui-react-taro/dist/es/packages/switch/style/css';
import './toggle.scss';

export interface ToggleProps {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly on: boolean;
  readonly busy?: boolean;
  readonly onChange: (on: boolean) => void;
}

export function Toggle({ id, label, hint, on, busy = false, onChange }: ToggleProps) {
  return (
    <View
      id={id}
      className="toggle"
      role="switch"
      aria-checked={on}
      onClick={() => {
        if (!busy) onChange(!on);
      }}
    >
      <View className="toggle__words">
        <Text className="toggle__label">{label}</Text>
        {hint === undefined ? null : <Text className="toggle__hint">{hint}</Text>}
      </View>
      <Switch checked={on} />
    </View>
  );
}
