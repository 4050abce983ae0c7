// The board tab.
import { BoardScreen } from '#app/features/leaderboard/board-screen.tsx';

export default function BoardPage() {
  return <BoardScreen />;
}
