// The thread 线: an invite, a line between two people that fills as the friend goes on.
import { View } from '@tarojs/components';
import { Avatar } from '#app/ui/avatar.tsx';
import './thread.scss';

export interface ThreadEnd {
  readonly name: string | null;
  readonly tag: string;
  readonly picture?: string | null;
}

export interface ThreadProps {
  readonly from: ThreadEnd;
  readonly to: ThreadEnd;
  /** How far the friend has come: opened, joined, rewarded. */
  readonly steps: 1 | 2 | 3;
  readonly broken?: boolean;
  readonly label: string;
}

export function Thread({ from, to, steps, broken = false, label }: ThreadProps) {
  return (
    <View className={`thread${broken ? ' thread--broken' : steps === 3 ? ' thread--done' : ''}`} aria-label={label}>
      <Avatar {...from} mine />
      <View className="thread__line">
        <View className={`thread__fill thread__fill--${steps}`} />
        <View className="thread__knot thread__knot--1" />
        <View className={`thread__knot thread__knot--2${steps >= 2 ? ' thread__knot--tied' : ''}`} />
        <View className={`thread__knot thread__knot--3${steps >= 3 ? ' thread__knot--tied' : ''}`} />
      </View>
      <Avatar {...to} />
    </View>
  );
}
