// The check-in calendar.
import { CalendarScreen } from '#app/features/checkin/calendar-screen.tsx';

export default function CalendarPage() {
  return <CalendarScreen />;
}
