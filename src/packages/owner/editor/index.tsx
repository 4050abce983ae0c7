// The page of writing a campaign.
import { EditorScreen } from '#app/features/campaign/editor-screen.tsx';

export default function EditorPage() {
  return <EditorScreen />;
}
