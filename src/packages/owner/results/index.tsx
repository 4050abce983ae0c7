// The page of what came of the campaigns.
import { ResultsScreen } from '#app/features/analytics/results-screen.tsx';

export default function ResultsPage() {
  return <ResultsScreen />;
}
