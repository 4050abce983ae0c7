// The page of bound groups.
import { GroupsScreen } from '#app/features/community/groups-screen.tsx';

export default function GroupsPage() {
  return <GroupsScreen />;
}
