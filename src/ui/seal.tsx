// The seal 印: a check-in stamps today's date at the tap. Not yet stamped it waits to be tapped; a stamp that does not hold is lifted off.
import { Text, View } from '@tarojs/components';
import { useRef } from 'react';
import './seal.scss';

export interface SealProps {
  readonly id: string;
  /** The large character in the seal: 印 before, the day's number after. */
  readonly mark: string;
  /** The small line under it, such as the month or what a tap does. */
  readonly note: string;
  readonly stamped: boolean;
  /** The stamp stands before it is answered: a tap does nothing meanwhile, and nothing looks different. */
  readonly busy?: boolean;
  readonly label: string;
  readonly onTap?: () => void;
}

/** How a seal moves when it changes: a stamp that falls, or one that is lifted off again; as the page is opened it stands still. */
function useMotion(stamped: boolean): string {
  const last = useRef({ stamped, motion: '' });
  if (last.current.stamped !== stamped) last.current = { stamped, motion: stamped ? ' seal--fresh' : ' seal--lifted' };
  return last.current.motion;
}

export function Seal({ id, mark, note, stamped, busy = false, label, onTap }: SealProps) {
  const motion = useMotion(stamped);
  return (
    <View
      id={id}
      className={`seal${stamped ? ' seal--stamped' : ' seal--waiting'}${motion}`}
      role="button"
      aria-label={label}
      aria-busy={busy}
      aria-disabled={onTap === undefined}
      hoverClass={stamped ? 'none' : 'seal--pressed'}
      onClick={() => {
        if (!busy) onTap?.();
      }}
    >
      <SealInner mark={mark} note={note} />
    </View>
  );
}

function SealInner({ mark, note }: Pick<SealProps, 'mark' | 'note'>) {
  return (
    // Its tap says what it is; the date is a picture.
    <View className="seal__inner" aria-hidden>
      <Text className="seal__mark">{mark}</Text>
      {note === '' ? null : <Text className="seal__note">{note}</Text>}
    </View>
  );
}

/** The place of the stamp where another button stamps it: an empty frame before. */
export function SealMark({ mark, note, stamped }: Pick<SealProps, 'mark' | 'note' | 'stamped'>) {
  const motion = useMotion(stamped);
  return (
    <View className={`seal seal--small${stamped ? ' seal--stamped' : ' seal--frame'}${motion}`} aria-hidden>
      <SealInner mark={mark} note={note} />
    </View>
  );
}
