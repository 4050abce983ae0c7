// Pages inside a community that can be opened by themselves: they wait until it is known which community is looked at.
import { type ReactNode, useCallback, useEffect } from 'react';
import { askHome } from '#app/features/community/ask-home';
import { NoCommunity } from '#app/features/community/no-community.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { phone, useAskAgain, useCommunities, useResource } from '#app/features/this-phone';
import type { ValueOf } from '#core/contract';

export interface WithCommunityProps {
  readonly skeleton: ReactNode;
  readonly children: (home: ValueOf<'community.home'>) => ReactNode;
}

export function WithCommunity({ skeleton, children }: WithCommunityProps) {
  const { communityId } = useCommunities();
  const home = useResource(phone.home);
  const ask = useCallback(() => void askHome(), []);
  useAskAgain(ask);
  const unknown = home.value === null;
  useEffect(() => {
    if (unknown) ask();
  }, [ask, unknown]);
  if (communityId === null) return <NoCommunity onRetry={ask} />;
  return (
    <ResourceView state={home} skeleton={skeleton} onRetry={ask}>
      {children}
    </ResourceView>
  );
}
