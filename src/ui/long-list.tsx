// A list that may grow long: what changes in it stays in it.
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { LocalUpdates } from '#app/ui/local-updates.tsx';
import './long-list.scss';

export interface LongListProps {
  /** What stands above the rows, such as the way back; null for nothing. */
  readonly before?: ReactNode;
  /** What stands below the rows, such as the way to more; null for nothing. */
  readonly after?: ReactNode;
  readonly children: ReactNode;
}

/** A place that is there even when nothing is in it: were it to come and go, all rows beside it would be sent to the screen again. */
function Place({ children }: { readonly children: ReactNode }) {
  return <View className={children === null ? 'long-list__none' : 'long-list__part'}>{children}</View>;
}

export function LongList({ before = null, after = null, children }: LongListProps) {
  return (
    <LocalUpdates>
      <View className="long-list">
        <Place>{before}</Place>
        <View className="long-list__part">{children}</View>
        <Place>{after}</Place>
      </View>
    </LocalUpdates>
  );
}
