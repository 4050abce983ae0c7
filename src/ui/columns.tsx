// Two columns where a window is wide. On a phone all of it stands in one, in the order above, main, below.
import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import './columns.scss';

export interface ColumnsProps {
  /** Before the main part on a phone, on top of the second column on a desk. */
  readonly above?: ReactNode;
  /** After the main part on a phone, in the second column on a desk. */
  readonly below?: ReactNode;
  /** The main part. */
  readonly children: ReactNode;
}

export function Columns({ above, below, children }: ColumnsProps) {
  return (
    <View className="columns">
      {above === undefined ? null : <View className="columns__above">{above}</View>}
      <View className="columns__main">{children}</View>
      {below === undefined ? null : <View className="columns__below">{below}</View>}
    </View>
  );
}
