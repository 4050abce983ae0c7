// The page of one review.
import { ReviewScreen } from '#app/features/risk/review-screen.tsx';

export default function ReviewPage() {
  return <ReviewScreen />;
}
