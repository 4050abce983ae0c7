// The page of the reviews.
import { ReviewsScreen } from '#app/features/risk/reviews-screen.tsx';

export default function ReviewsPage() {
  return <ReviewsScreen />;
}
