// The page of the counter.
import { CounterScreen } from '#app/features/redemption/counter-screen.tsx';

export default function CounterPage() {
  return <CounterScreen />;
}
