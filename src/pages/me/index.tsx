// The me tab.
import { MeScreen } from '#app/features/membership/me-screen.tsx';

export default function MePage() {
  return <MeScreen />;
}
