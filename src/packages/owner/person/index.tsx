// The page of one member.
import { PersonScreen } from '#app/features/membership/person-screen.tsx';

export default function PersonPage() {
  return <PersonScreen />;
}
