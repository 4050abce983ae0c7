// The page on which a published campaign is made better.
import { ImproveScreen } from '#app/features/campaign/improve-screen.tsx';

export default function ImprovePage() {
  return <ImproveScreen />;
}
