// The wallet.
import { WalletScreen } from '#app/features/coupon/wallet-screen.tsx';

export default function WalletPage() {
  return <WalletScreen />;
}
