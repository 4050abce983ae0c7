// The page of members and clerks.
import { MembersScreen } from '#app/features/community/members-screen.tsx';

export default function MembersPage() {
  return <MembersScreen />;
}
