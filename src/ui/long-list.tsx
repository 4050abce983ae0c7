// A list that may grow long: what changes in it stays in it.
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { LocalUpdates } from '#app/ui/local-updates.tsx';
import './long-list.scss';

export function LongList({ children }: { readonly children: ReactNode }) {
  return (
    <LocalUpdates>
      <View className="long-list">{children}</View>
    </LocalUpdates>
  );
}
