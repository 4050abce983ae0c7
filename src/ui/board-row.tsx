// The board 榜: rows in the order of their ranks, which slide to their new place when a place changes.
import { Text, View } from '@tarojs/components';
import { useRef } from 'react';
import { Avatar } from '#app/ui/avatar.tsx';
import './board-row.scss';

export interface BoardRowProps {
  readonly memberId: string;
  readonly rank: number;
  readonly name: string | null;
  readonly tag: string;
  readonly picture: string | null;
  /** How the person is called here: the name, or 成员 with the tag. */
  readonly label: string;
  /** The number with its unit. */
  readonly score: string;
  readonly mine: boolean;
}

/** One row. */
export function BoardRow({ rank, name, tag, picture, label, score, mine }: BoardRowProps) {
  return (
    <View className={`board-row${mine ? ' board-row--mine' : ''}${rank <= 3 ? ' board-row--top' : ''}`}>
      <Text className="board-row__rank">{String(rank)}</Text>
      <Avatar name={name} tag={tag} picture={picture} mine={mine} />
      <Text className="board-row__label">{label}</Text>
      <Text className="board-row__score">{score}</Text>
    </View>
  );
}

/** Rows that slide: each stands where its place in the list says, and keeps its element while places change. */
export function BoardRows({ rows }: { readonly rows: readonly BoardRowProps[] }) {
  const order = useRef<readonly string[]>([]);
  const places = new Map(rows.map((row, index) => [row.memberId, index]));
  const kept = order.current.filter((memberId) => places.has(memberId));
  const added = rows.map((row) => row.memberId).filter((memberId) => !kept.includes(memberId));
  order.current = [...kept, ...added];
  return (
    <View className="board-rows">
      {rows.map((row) => (
        <View key={`room-${row.memberId}`} className="board-rows__room" aria-hidden />
      ))}
      {order.current.map((memberId) => {
        const place = places.get(memberId) ?? 0;
        const row = rows[place];
        return row === undefined ? null : (
          <View key={memberId} className="board-rows__slider" style={{ transform: `translateY(${place * 100}%)` }}>
            <BoardRow {...row} />
          </View>
        );
      })}
    </View>
  );
}
