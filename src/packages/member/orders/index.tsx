// The page of what a member has exchanged points for.
import { MyOrdersScreen } from '#app/features/points/my-orders-screen.tsx';

export default function OrdersPage() {
  return <MyOrdersScreen />;
}
