// Settings.
import { SettingsScreen } from '#app/features/membership/settings-screen.tsx';

export default function SettingsPage() {
  return <SettingsScreen />;
}
