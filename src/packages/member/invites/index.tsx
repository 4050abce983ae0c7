// My invites.
import { InvitesScreen } from '#app/features/invite/invites-screen.tsx';

export default function InvitesPage() {
  return <InvitesScreen />;
}
