// The seal 印: a check-in stamps today's date. Not yet stamped it is an empty frame that waits to be tapped.
import { Text, View } from '@tarojs/components';
import './seal.scss';

export interface SealProps {
  readonly id: string;
  /** The large character in the seal: 印 before, the day's number after. */
  readonly mark: string;
  /** The small line under it, such as the month or what a tap does. */
  readonly note: string;
  readonly stamped: boolean;
  /** The stamp falls: only right after the tap, not each time that the page is opened. */
  readonly fresh?: boolean;
  readonly busy?: boolean;
  readonly label: string;
  readonly onTap?: () => void;
}

export function Seal({ id, mark, note, stamped, fresh = false, busy = false, label, onTap }: SealProps) {
  const look = `seal${stamped ? ' seal--stamped' : ' seal--waiting'}${fresh ? ' seal--fresh' : ''}${busy ? ' seal--busy' : ''}`;
  return (
    <View
      id={id}
      className={look}
      role="button"
      aria-label={label}
      aria-busy={busy}
      aria-disabled={onTap === undefined}
      hoverClass={stamped ? 'none' : 'seal--pressed'}
      onClick={() => {
        if (!busy) onTap?.();
      }}
    >
      <View className="seal__inner">
        <Text className="seal__mark">{mark}</Text>
        <Text className="seal__note">{note}</Text>
      </View>
    </View>
  );
}
