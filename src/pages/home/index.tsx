// The home tab.
import { HomeScreen } from '#app/features/community/home-screen.tsx';

export default function HomePage() {
  return <HomeScreen />;
}
