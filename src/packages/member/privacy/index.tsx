// The page of what is used of a person, and what for.
import { PrivacyScreen } from '#app/features/membership/privacy-screen.tsx';

export default function PrivacyPage() {
  return <PrivacyScreen />;
}
