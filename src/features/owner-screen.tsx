// The frame of the owner's and the clerk's pages: inside a community, denser, and with a way back.
import type { ReactNode } from 'react';
import { WithCommunity } from '#app/features/with-community.tsx';
import { useWords } from '#app/i18n/use-words';
import { Screen } from '#app/ui/screen.tsx';
import { Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

export interface OwnerScreenProps {
  readonly title: string;
  readonly heading?: string;
  readonly intro?: string;
  readonly action?: ReactNode;
  readonly children: (home: ValueOf<'community.home'>) => ReactNode;
}

/** The shape of what will come. */
export function OwnerSkeleton() {
  const words = useWords();
  return (
    <>
      <Skeleton shape="card" label={words.member.shared.loading} />
      <Skeleton shape="card" count={3} label={words.member.shared.loading} />
    </>
  );
}

export function OwnerScreen({ title, heading, intro, action, children }: OwnerScreenProps) {
  const words = useWords();
  const head = { ...(heading === undefined ? {} : { heading }), ...(intro === undefined ? {} : { intro }) };
  return (
    <Screen title={title} backLabel={words.member.shared.back} dense action={action} {...head}>
      <WithCommunity skeleton={<OwnerSkeleton />}>{children}</WithCommunity>
    </Screen>
  );
}
