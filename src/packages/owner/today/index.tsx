// The page of the owner's console.
import { TodayScreen } from '#app/features/analytics/today-screen.tsx';

export default function TodayPage() {
  return <TodayScreen />;
}
