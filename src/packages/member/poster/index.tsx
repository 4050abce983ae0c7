// The invite poster.
import { PosterScreen } from '#app/features/invite/poster-screen.tsx';

export default function PosterPage() {
  return <PosterScreen />;
}
