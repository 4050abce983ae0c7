// Shows a long list in each of its states, leaf by leaf, with a way to more of it.
import type { ReactNode } from 'react';
import { EarlierButton, MoreButton, useLeaf } from '#app/features/leaves.tsx';
import { NoNote, NoPage, StaleBanner } from '#app/features/no-view.tsx';
import type { Paged, PagedState } from '#app/features/paged';
import { phoneClockText } from '#app/features/when';
import { LongList } from '#app/ui/long-list.tsx';

/** The rows of a leaf: of the longest rows, so many stay below the thousand nodes that WeChat asks a page to keep to. */
const ROWS_MAX = 50;

export interface PagedViewProps<Item, Head> {
  readonly state: PagedState<Item, Head>;
  readonly paged: Paged<Item, Head>;
  readonly skeleton: ReactNode;
  readonly empty: ReactNode;
  /** Fewer rows to a leaf, for rows that hold more than a line. */
  readonly rowsMax?: number;
  readonly children: (items: readonly Item[]) => ReactNode;
}

export function PagedView<Item, Head>({ state, paged, skeleton, empty, rowsMax = ROWS_MAX, children }: PagedViewProps<Item, Head>) {
  const leaf = useLeaf(state.items, rowsMax);
  const retry = () => void paged.refresh();
  const more = async () => {
    if (!leaf.hasLater) await paged.more();
    if (leaf.shown.length === rowsMax && paged.store.getState().items.length > leaf.end) leaf.turn(1);
  };
  if (state.at === null) return state.no === null ? skeleton : <NoPage no={state.no} busy={state.loading} onRetry={retry} />;
  const stale = state.no === null ? null : <StaleBanner no={state.no} clock={phoneClockText(state.at)} onRetry={retry} />;
  if (state.items.length === 0 && state.cursor === null) {
    return (
      <>
        {stale}
        {empty}
      </>
    );
  }
  const hasMore = state.cursor !== null || leaf.hasLater;
  const after = (
    <>
      {state.no !== null && state.cursor !== null ? <NoNote no={state.no} /> : null}
      <MoreButton busy={state.loading} onTap={() => void more()} />
    </>
  );
  return (
    <>
      {stale}
      <LongList before={leaf.hasEarlier ? <EarlierButton leaf={leaf} /> : null} after={hasMore ? after : null}>
        {children(leaf.shown)}
      </LongList>
    </>
  );
}
