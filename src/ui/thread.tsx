// The thread 线: an invite, a line between two people that fills as the friend goes on, with the name of each step where there is room.
import { Text, View } from '@tarojs/components';
import { Avatar } from '#app/ui/avatar.tsx';
import { useTextScale } from '#app/ui/use-text-size';
import './thread.scss';

export interface ThreadEnd {
  readonly name: string | null;
  readonly tag: string;
  readonly picture?: string | null;
}

export interface ThreadProps {
  readonly from: ThreadEnd;
  readonly to: ThreadEnd;
  /** How many steps the friend has gone: opened, joined, acted, paid. */
  readonly steps: 1 | 2 | 3 | 4;
  /** What each step is called, below the line; left out where the thread is a mark among others. */
  readonly names?: readonly string[];
  readonly broken?: boolean;
  readonly label: string;
}

const STEPS = [1, 2, 3, 4] as const;

export function Thread({ from, to, steps, names = [], broken = false, label }: ThreadProps) {
  const isLarge = useTextScale() > 1;
  const named = names.length === 0 ? '' : ` thread--named${isLarge ? ' thread--stacked' : ''}`;
  return (
    <View className={`thread${named}${broken ? ' thread--broken' : steps === 4 ? ' thread--done' : ''}`} aria-label={label}>
      <Avatar {...from} mine />
      <View className="thread__way">
        <View className="thread__line">
          <View className={`thread__fill thread__fill--${steps}`} />
          {STEPS.map((step) => (
            <View key={step} className={`thread__knot thread__knot--${step}${steps >= step ? ' thread__knot--tied' : ''}`} />
          ))}
        </View>
        {names.length === 0 ? null : (
          <View className="thread__names">
            {names.map((name, index) => (
              <Text key={name} className={`thread__name${index < steps ? ' thread__name--gone' : ''}`}>
                {name}
              </Text>
            ))}
          </View>
        )}
      </View>
      <Avatar {...to} />
    </View>
  );
}
