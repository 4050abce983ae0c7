// The page of the owner's segments.
import { SegmentsScreen } from '#app/features/membership/segments-screen.tsx';

export default function SegmentsPage() {
  return <SegmentsScreen />;
}
