// What a tab shows while no community is looked at: still asking, could not ask, or there is none.
import { goTab } from '#app/features/go';
import { NoPage } from '#app/features/no-view.tsx';
import { useCommunities } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';

export function NoCommunity({ onRetry }: { readonly onRetry: () => void }) {
  const words = useWords();
  const { status, no } = useCommunities();
  if (no !== null) return <NoPage no={no} busy={false} onRetry={onRetry} />;
  if (status === 'unknown') return <Skeleton count={3} label={words.member.shared.loading} />;
  return (
    <EmptyState id="no-community" text={words.member.home.noCommunity}>
      <QuietButton id="go-home" text={words.member.campaign.goHome} onTap={() => goTab('home')} />
    </EmptyState>
  );
}
