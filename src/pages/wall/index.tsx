// The wall tab.
import { WallScreen } from '#app/features/coupon/wall-screen.tsx';

export default function WallPage() {
  return <WallScreen />;
}
