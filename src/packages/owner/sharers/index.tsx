// The page of those who bring friends.
import { SharersScreen } from '#app/features/analytics/sharers-screen.tsx';

export default function SharersPage() {
  return <SharersScreen />;
}
