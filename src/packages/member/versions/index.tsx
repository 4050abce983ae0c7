// The page of every version of a campaign's rules.
import { VersionsScreen } from '#app/features/promise/versions-screen.tsx';

export default function VersionsPage() {
  return <VersionsScreen />;
}
