// A sheet that comes up from the bottom edge: a short choice, or a moment's explanation.

import { Popup } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css';
import type { ReactNode } from 'react';
import './sheet.scss';

export interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

export function Sheet({ open, title, onClose, children }: SheetProps) {
  return (
    <Popup visible={open} position="bottom" round closeable title={title} destroyOnClose lockScroll onClose={onClose}>
      <View className="sheet">{children}</View>
    </Popup>
  );
}
