// The page of making a community.
import { CreateScreen } from '#app/features/community/create-screen.tsx';

export default function CreatePage() {
  return <CreateScreen />;
}
