// A plain list on one sheet of paper: rows under each other with hairlines between.
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './plain-list.scss';

export function PlainList({ id, children }: { readonly id: string; readonly children: ReactNode }) {
  return (
    <View className="plain-list" id={id}>
      {children}
    </View>
  );
}
