// The page of what is said about the community.
import { AboutScreen } from '#app/features/community/about-screen.tsx';

export default function AboutPage() {
  return <AboutScreen />;
}
