// The page of one member's points.
import { MemberStatementScreen } from '#app/features/points/member-statement-screen.tsx';

export default function MemberStatementPage() {
  return <MemberStatementScreen />;
}
