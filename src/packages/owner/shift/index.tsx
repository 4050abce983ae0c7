// The page of a shift.
import { ShiftScreen } from '#app/features/redemption/shift-screen.tsx';

export default function ShiftPage() {
  return <ShiftScreen />;
}
