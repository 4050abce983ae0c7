// The points statement.
import { StatementScreen } from '#app/features/points/statement-screen.tsx';

export default function StatementPage() {
  return <StatementScreen />;
}
