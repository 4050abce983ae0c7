// The page that every card opens.
import { CampaignScreen } from '#app/features/campaign/campaign-screen.tsx';

export default function CampaignPage() {
  return <CampaignScreen />;
}
