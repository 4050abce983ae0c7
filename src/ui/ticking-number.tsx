// A number that ticks: one more comes up from below, one fewer comes down; as it is first drawn it stands still.
import { Text } from '@tarojs/components';
import { useRef } from 'react';
import './ticking-number.scss';

export function TickingNumber({ id, value, className }: { readonly id: string; readonly value: number; readonly className: string }) {
  const last = useRef({ value, way: '' });
  if (last.current.value !== value) last.current = { value, way: value > last.current.value ? ' ticks--up' : ' ticks--down' };
  return (
    // Another number is another element: its motion begins anew.
    <Text key={value} id={id} className={`${className} ticks${last.current.way}`}>
      {String(value)}
    </Text>
  );
}
