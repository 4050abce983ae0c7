// How a row of a board is said: whose it is, how much of what, and how it has moved since yesterday.
import type { Board, BoardKind } from '#app/features/leaderboard/board-store';
import { useWords } from '#app/i18n/use-words';
import type { Words } from '#app/i18n/words';
import type { BoardRowProps, RowMovement } from '#app/ui/board-row.tsx';

type Row = Omit<Board['top'][number], 'moved'> & { readonly moved?: Board['top'][number]['moved'] };

function movementOf(says: Words['member']['board']['moved'], moved: Row['moved']): RowMovement | null {
  if (moved === undefined || moved === null) return null;
  if (moved === 'new') return { tone: 'new', text: says.fresh, label: says.freshLabel };
  if (moved === 0) return { tone: 'same', text: '—', label: says.sameLabel };
  return moved > 0
    ? { tone: 'up', text: `↑${moved}`, label: says.upLabel(moved) }
    : { tone: 'down', text: `↓${-moved}`, label: says.downLabel(-moved) };
}

/** Puts a row of a kind of board into words; a row of a board that is over does not move. */
export function useBoardRow(kind: BoardKind): (row: Row) => BoardRowProps {
  const words = useWords();
  return ({ person, rank, points, mine, moved }) => {
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
      movement: movementOf(words.member.board.moved, moved),
    };
  };
}
