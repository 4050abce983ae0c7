// The page of choosing a campaign's goal.
import { ChooseScreen } from '#app/features/campaign/choose-screen.tsx';

export default function ChoosePage() {
  return <ChooseScreen />;
}
