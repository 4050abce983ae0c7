// The page of one published campaign.
import { ManageScreen } from '#app/features/campaign/manage-screen.tsx';

export default function ManagePage() {
  return <ManageScreen />;
}
