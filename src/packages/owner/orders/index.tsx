// The page of the orders at the counter.
import { OrdersScreen } from '#app/features/points/orders-screen.tsx';

export default function OrdersPage() {
  return <OrdersScreen />;
}
