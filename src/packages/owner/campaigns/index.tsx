// The page of the drafts and of the campaigns that have ended.
import { PastScreen } from '#app/features/campaign/past-screen.tsx';

export default function CampaignsPage() {
  return <PastScreen />;
}
