// A sheet that comes up from the bottom edge: a short choice, or a moment's explanation.

import { Popup } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { useWords } from '#app/i18n/use-words';
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
  const words = useWords();
  const name = words.member.shared.closeSheet;
  return (
    <Popup visible={open} position="bottom" round closeable title={title} closeAriaLabel={name} destroyOnClose lockScroll onClose={onClose}>
      <View className="sheet" role="dialog" aria-label={title}>
        {children}
      </View>
    </Popup>
  );
}
