// What one board says: where I stand, everybody or the top with my neighbours, and what counts; of a week that is over, its result.
import { Text, View } from '@tarojs/components';
import { goTab } from '#app/features/go';
import type { Board } from '#app/features/leaderboard/board-store';
import { useBoardRow } from '#app/features/leaderboard/use-board-row';
import { clockText, dayText } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { BoardRows } from '#app/ui/board-row.tsx';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import './board-screen.scss';

/** The top and, below it, my neighbours where I am not among it; `gapAfter` where places are left out between them. */
function rowsOf({ mine, top, around }: Board): { readonly rows: Board['top']; readonly gapAfter: number | null } {
  if (mine === null || top.some((row) => row.mine)) return { rows: top, gapAfter: null };
  const known = new Set(top.map(({ person }) => person.memberId));
  const more = around.filter(({ person }) => !known.has(person.memberId));
  return { rows: [...top, ...more], gapAfter: more.length === around.length ? top.length : null };
}

/** My place as a sentence; why I have none; nothing on a board that nobody is on. */
function MyPlace({ board }: { readonly board: Board }) {
  const says = useWords().member.board;
  if (board.hidden) return <Text className="quiet">{says.mineHidden}</Text>;
  if (board.mine === null)
    return board.top.length === 0 || board.keptOff ? null : <Text className="quiet">{says.mineNone[board.kind]}</Text>;
  const { rank } = board.mine;
  return (
    <View className="board-mine">
      <Text className="board-mine__place" id="my-place">
        {board.isOver ? says.league.placed(rank) : says.placed(rank)}
      </Text>
      {board.isOver ? <Text className="quiet">{says.league.again}</Text> : null}
    </View>
  );
}

function Nobody({ board }: { readonly board: Board }) {
  const says = useWords().member.board;
  const isLeague = board.period === 'league';
  const text = isLeague ? says.league.none : says.empty[board.kind][board.period === 'all' ? 'all' : 'running'];
  return (
    <EmptyState id="board-empty" text={text}>
      {board.kind === 'checkin' ? <QuietButton id="board-to-home" text={says.toCheckIn} onTap={() => goTab('home')} /> : null}
    </EmptyState>
  );
}

/** One board; `zone` is the community's. */
export function BoardBody({ board, zone }: { readonly board: Board; readonly zone: string }) {
  const words = useWords();
  const says = words.member.board;
  const toRow = useBoardRow(board.kind);
  const { rows, gapAfter } = rowsOf(board);
  if (board.top.length === 0) {
    return (
      <>
        <MyPlace board={board} />
        <Nobody board={board} />
      </>
    );
  }
  const isLeague = board.period === 'league';
  const span =
    board.fromOn === null || board.untilOn === null ? [] : [says.window(dayText(words, board.fromOn), dayText(words, board.untilOn))];
  const movement = rows.some(({ moved }) => moved !== null) ? says.moved.note : '';
  const notes = [isLeague ? says.league.about : says.ties[board.kind], movement, says.asOf(clockText(board.at, zone))];
  return (
    <>
      <MyPlace board={board} />
      <Text className="quiet tabular" id="board-total">
        {[...span, says.total(board.total)].join(' · ')}
      </Text>
      <Card list>
        <BoardRows key={`${board.kind} ${board.period}`} rows={rows.map(toRow)} gapAfter={gapAfter} />
      </Card>
      <Text className="quiet">
        {(board.isOver ? [says.league.about] : notes.filter((note) => note !== '')).join(words.member.shared.joint)}
      </Text>
    </>
  );
}
