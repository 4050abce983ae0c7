// The page on which an owner looks into the invites of a campaign.
import { InviteReviewScreen } from '#app/features/invite/invite-review-screen.tsx';

export default function InviteReviewPage() {
  return <InviteReviewScreen />;
}
