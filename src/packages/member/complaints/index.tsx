// The page of a member's own complaints.
import { MyComplaintsScreen } from '#app/features/promise/my-complaints-screen.tsx';

export default function ComplaintsPage() {
  return <MyComplaintsScreen />;
}
