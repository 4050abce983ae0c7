// A line that folds what stands below it away, and says how much that is.
import { Text, View } from '@tarojs/components';
import './fold-row.scss';

export interface FoldRowProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly open: boolean;
  readonly onTap: () => void;
}

export function FoldRow({ id, label, value, open, onTap }: FoldRowProps) {
  return (
    <View id={id} className="fold-row" role="button" aria-expanded={open} hoverClass="card--pressed" onClick={onTap}>
      <Text className="fold-row__label">{label}</Text>
      <Text className="quiet tabular">{value}</Text>
      <View className={`fold-row__arrow${open ? ' fold-row__arrow--up' : ''}`} />
    </View>
  );
}
