// The page of the look before publishing.
import { PreviewScreen } from '#app/features/campaign/preview-screen.tsx';

export default function PreviewPage() {
  return <PreviewScreen />;
}
