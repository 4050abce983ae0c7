// Shows a resource in each of its states: the skeleton, the reason why there is nothing, or the value (with a word when it is old).
import { type ReactNode, useContext } from 'react';
import { NoPage, SaidStale, StaleBanner } from '#app/features/no-view.tsx';
import type { ResourceState } from '#app/features/resource';
import { phoneClockText } from '#app/features/when';

export interface ResourceViewProps<Value> {
  readonly state: ResourceState<Value>;
  readonly skeleton: ReactNode;
  readonly onRetry: () => void;
  readonly children: (value: Value) => ReactNode;
}

export function ResourceView<Value>({ state, skeleton, onRetry, children }: ResourceViewProps<Value>) {
  const isSaid = useContext(SaidStale);
  if (state.value === null) {
    return state.no === null ? skeleton : <NoPage no={state.no} busy={state.loading} onRetry={onRetry} />;
  }
  return (
    <>
      {state.no === null || state.at === null ? null : <StaleBanner no={state.no} clock={phoneClockText(state.at)} onRetry={onRetry} />}
      <SaidStale.Provider value={isSaid || state.no !== null}>{children(state.value)}</SaidStale.Provider>
    </>
  );
}
