// How a row of a board is said: whose it is, and how much of what.
import type { Board, BoardKind } from '#app/features/leaderboard/board-store';
import { useWords } from '#app/i18n/use-words';
import type { BoardRowProps } from '#app/ui/board-row.tsx';

/** Puts a row of a kind of board into words. */
export function useBoardRow(kind: BoardKind): (row: Board['top'][number]) => BoardRowProps {
  const words = useWords();
  return ({ person, rank, points, mine }) => {
    const called = person.name ?? words.member.shared.someone(person.tag);
    return {
      memberId: person.memberId,
      rank,
      name: person.name,
      tag: person.tag,
      picture: person.avatar,
      label: mine ? words.member.board.mine(called) : called,
      score: words.member.board.score[kind](points),
      mine,
    };
  };
}
