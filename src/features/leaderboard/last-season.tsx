// The first three of last week or last month, quietly below the board of now.
import { Text, View } from '@tarojs/components';
import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import type { BoardKind } from '#app/features/leaderboard/board-store';
import type { LastBoards, LastPeriod } from '#app/features/leaderboard/last-boards';
import { useBoardRow } from '#app/features/leaderboard/use-board-row';
import { dayText } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { BoardRow } from '#app/ui/board-row.tsx';
import { Card } from '#app/ui/card.tsx';

/** So many places are shown; the tenth is kept for whoever stands on it. */
const PLACES = 3;

export function LastSeason({ lasts, kind, period }: { readonly lasts: LastBoards; readonly kind: BoardKind; readonly period: LastPeriod }) {
  const words = useWords();
  const says = words.member.board.last;
  const toRow = useBoardRow(kind);
  const resource = useMemo(() => lasts.of(kind, period), [lasts, kind, period]);
  const { value } = useStore(resource.store);
  useEffect(() => {
    if (resource.store.getState().value === null) void resource.refresh();
  }, [resource]);
  // What is over is a footnote: until it is there, and when it does not come, nothing stands here.
  if (value === null) return null;
  const { season } = value;
  if (season === null || season.top.length === 0) {
    return (
      <Text className="quiet" id="last-empty">
        {says.empty[period]}
      </Text>
    );
  }
  const first = season.top.slice(0, PLACES);
  const mine = season.mine !== null && !first.some((row) => row.mine) ? season.mine : null;
  return (
    <View id="last-season" className="lines">
      <View className="section-title row row--apart">
        <Text>{says.title[period]}</Text>
        <Text className="quiet tabular">{words.member.board.window(dayText(words, season.fromOn), dayText(words, season.untilOn))}</Text>
      </View>
      <Card list>
        {[...first, ...(mine === null ? [] : [mine])].map((row) => (
          <BoardRow key={row.person.memberId} {...toRow(row)} />
        ))}
      </Card>
    </View>
  );
}
