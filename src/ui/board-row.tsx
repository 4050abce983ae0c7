// The board 榜: rows in the order of their ranks, which slide to their new place when a place changes; one's own stays in sight.
import { Text, View } from '@tarojs/components';
import { useLayoutEffect, useRef, useState } from 'react';
import { Avatar } from '#app/ui/avatar.tsx';
import './board-row.scss';

/** How a row has moved, in words: what is seen, and what is said to whoever hears it. */
export interface RowMovement {
  readonly tone: 'up' | 'down' | 'same' | 'new';
  readonly text: string;
  readonly label: string;
}

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
  /** Null where it is not known. */
  readonly movement?: RowMovement | null;
}

/** One row. */
export function BoardRow({ rank, name, tag, picture, label, score, mine, movement = null }: BoardRowProps) {
  return (
    <View className={`board-row${mine ? ' board-row--mine' : ''}${rank <= 3 ? ' board-row--top' : ''}`}>
      <View className="board-row__place">
        <Text className="board-row__rank">{String(rank)}</Text>
        {movement === null ? null : (
          <Text className={`board-row__moved board-row__moved--${movement.tone}`} aria-label={movement.label}>
            {movement.text}
          </Text>
        )}
      </View>
      <Avatar name={name} tag={tag} picture={picture} mine={mine} />
      <Text className="board-row__label">{label}</Text>
      <Text className="board-row__score">{score}</Text>
    </View>
  );
}

/** My row, in its place among the others: it holds on to the edge while they scroll past, and slides when its place changes. */
function MyRoom({ row, place }: { readonly row: BoardRowProps; readonly place: number }) {
  const stood = useRef(place);
  const [from, setFrom] = useState(0);
  useLayoutEffect(() => {
    if (stood.current === place) return;
    setFrom(stood.current - place);
    stood.current = place;
    const letGo = setTimeout(() => setFrom(0), 20);
    return () => clearTimeout(letGo);
  }, [place]);
  return (
    <View
      id="my-row"
      className={`board-rows__mine${from === 0 ? ' board-rows__mine--sliding' : ''}`}
      style={{ transform: `translateY(${from * 100}%)` }}
    >
      <BoardRow {...row} />
    </View>
  );
}

/** Where a row stands, in heights of a row. */
function heightOf(place: number, gapAfter: number | null): number {
  return gapAfter !== null && place >= gapAfter ? place + 0.5 : place;
}

/**
 * Rows that slide: each stands where its place in the list says, and keeps its element while places change. After the first `gapAfter` a
 * mark says that places are left out.
 */
export function BoardRows({ rows, gapAfter = null }: { readonly rows: readonly BoardRowProps[]; readonly gapAfter?: number | null }) {
  const order = useRef<readonly string[]>([]);
  const places = new Map(rows.map((row, index) => [row.memberId, index]));
  const kept = order.current.filter((memberId) => places.has(memberId));
  const added = rows.map((row) => row.memberId).filter((memberId) => !kept.includes(memberId));
  order.current = [...kept, ...added];
  const mine = rows.find((row) => row.mine) ?? null;
  const roomOf = (row: BoardRowProps) => <View key={`room-${row.memberId}`} className="board-rows__room" aria-hidden />;
  const before = rows.slice(0, mine === null ? rows.length : rows.indexOf(mine));
  const after = rows.slice(before.length + 1);
  const gap = (at: readonly BoardRowProps[], from: number) =>
    at.flatMap((row, index) => [
      ...(gapAfter === from + index
        ? [
            <View key="gap" id="board-gap" className="board-rows__gap" aria-hidden>
              <Text>⋯</Text>
            </View>,
          ]
        : []),
      roomOf(row),
    ]);
  return (
    <View className="board-rows">
      {gap(before, 0)}
      {mine === null ? null : <MyRoom key="mine" row={mine} place={before.length} />}
      {gap(after, before.length + 1)}
      {order.current.map((memberId) => {
        const place = places.get(memberId) ?? 0;
        const row = rows[place];
        return row === undefined || row.mine ? null : (
          <View key={memberId} className="board-rows__slider" style={{ transform: `translateY(${heightOf(place, gapAfter) * 100}%)` }}>
            <BoardRow {...row} />
          </View>
        );
      })}
    </View>
  );
}
