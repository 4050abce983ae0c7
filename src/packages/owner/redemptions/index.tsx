// The page of what was redeemed.
import { RedemptionsScreen } from '#app/features/redemption/redemptions-screen.tsx';

export default function RedemptionsPage() {
  return <RedemptionsScreen />;
}
