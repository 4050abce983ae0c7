// A sheet that comes up from the bottom edge: a short choice, or a moment's explanation.

import { Popup } from '@nutui/nutui-react-taro';
import { View } from '@tarojs/components';
import { useWords } from '#app/i18n/use-words';
import '@nutui/nutui-react-taro/dist/es/packages/popup/style/css';
import { type ReactNode, useState } from 'react';
import './sheet.scss';

export interface SheetProps {
  readonly open: boolean;
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/**
 * Which sheet this is, counted from 0, and what to call once one is gone. NutUI empties a sheet 0.3 s after it was closed, even if it has come up
 * again by then: one that comes back before it was gone is another one.
 */
function useLives(open: boolean): readonly [life: number, onGone: () => void] {
  const [now, setNow] = useState({ open, life: 0, isGone: true });
  if (now.open !== open) setNow({ open, life: open && !now.isGone ? now.life + 1 : now.life, isGone: false });
  return [now.life, () => setNow((then) => ({ ...then, isGone: !then.open }))];
}

export function Sheet({ open, title, onClose, children }: SheetProps) {
  const words = useWords();
  const [life, onGone] = useLives(open);
  return (
    <Popup
      key={life}
      visible={open}
      position="bottom"
      round
      closeable
      title={title}
      closeAriaLabel={words.member.shared.closeSheet}
      destroyOnClose
      lockScroll
      onClose={onClose}
      afterClose={onGone}
    >
      <View className="sheet" role="dialog" aria-label={title}>
        {children}
      </View>
    </Popup>
  );
}
