// The page of who comes in, and how.
import { DoorScreen } from '#app/features/community/door-screen.tsx';

export default function DoorPage() {
  return <DoorScreen />;
}
