// A ticket with its rotating code.
import { TicketScreen } from '#app/features/redemption/ticket-screen.tsx';

export default function TicketPage() {
  return <TicketScreen />;
}
