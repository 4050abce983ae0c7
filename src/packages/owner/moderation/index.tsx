// The page of the owner's look at what members want to show.
import { ModerationScreen } from '#app/features/moderation/moderation-screen.tsx';

export default function ModerationPage() {
  return <ModerationScreen />;
}
