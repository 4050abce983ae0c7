// The page of how long points hold.
import { PolicyScreen } from '#app/features/points/policy-screen.tsx';

export default function PointsPage() {
  return <PolicyScreen />;
}
