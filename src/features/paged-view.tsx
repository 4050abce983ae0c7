// Shows a long list in each of its states, with a way to more of it.
import type { ReactNode } from 'react';
import { NoNote, NoPage, StaleBanner } from '#app/features/no-view.tsx';
import type { Paged, PagedState } from '#app/features/paged';
import { phoneClockText } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';

export interface PagedViewProps<Item, Head> {
  readonly state: PagedState<Item, Head>;
  readonly paged: Paged<Item, Head>;
  readonly skeleton: ReactNode;
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

export function PagedView<Item, Head>({ state, paged, skeleton, empty, children }: PagedViewProps<Item, Head>) {
  const words = useWords();
  const retry = () => void paged.refresh();
  if (state.at === null) return state.no === null ? skeleton : <NoPage no={state.no} busy={state.loading} onRetry={retry} />;
  const stale = state.no === null ? null : <StaleBanner no={state.no} clock={phoneClockText(state.at)} onRetry={retry} />;
  if (state.items.length === 0 && state.cursor === null) return stale ?? empty;
  return (
    <>
      {stale}
      {children(state.items)}
      {state.no !== null && state.cursor !== null ? <NoNote no={state.no} /> : null}
      {state.cursor === null ? null : (
        <QuietButton id="show-more" text={words.member.shared.more} busy={state.loading} onTap={() => void paged.more()} />
      )}
    </>
  );
}
