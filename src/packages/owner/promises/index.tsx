// The page of the promises that wait to be made good.
import { PromisesScreen } from '#app/features/promise/promises-screen.tsx';

export default function PromisesPage() {
  return <PromisesScreen />;
}
