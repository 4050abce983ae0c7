// The frame of the owner's and the clerk's pages: inside a community, denser, and only for those whose page it is.
import type { ReactNode } from 'react';
import { goTab } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { OwnerSide } from '#app/features/owner-side.tsx';
import { phone, useResource } from '#app/features/this-phone';
import { WithCommunity } from '#app/features/with-community.tsx';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';
import { deniedBelow, isStaff, reaches, type StaffRole } from '#core/rules/community/roles';

type Home = ValueOf<'community.home'>;

export interface OwnerScreenProps {
  readonly title: string;
  /** Whose page it is. The server decides all the same; this only spares people a page of refusals. */
  readonly who: StaffRole;
  readonly heading?: string;
  readonly intro?: string;
  readonly action?: ReactNode;
  readonly children: (home: Home) => ReactNode;
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

function NotTheirs({ who }: { readonly who: StaffRole }) {
  const words = useWords();
  return (
    <>
      <NoNote no={{ ok: false, code: deniedBelow[who], data: {} }} />
      <QuietButton id="go-home" text={words.member.campaign.goHome} onTap={() => goTab('home')} />
    </>
  );
}

function Side({ home }: { readonly home: Home | null }) {
  const role = home?.me.role;
  return home !== null && role !== undefined && isStaff(role) ? <OwnerSide community={home.community.name} role={role} /> : null;
}

export function OwnerScreen({ title, who, heading, intro, action, children }: OwnerScreenProps) {
  const words = useWords();
  const { value } = useResource(phone.home);
  const head = { ...(heading === undefined ? {} : { heading }), ...(intro === undefined ? {} : { intro }) };
  const shownAction = value !== null && reaches(value.me.role, who) ? action : null;
  return (
    <Screen title={title} backLabel={words.member.shared.back} dense side={<Side home={value} />} action={shownAction} {...head}>
      <WithCommunity skeleton={<OwnerSkeleton />}>
        {(home) => (reaches(home.me.role, who) ? children(home) : <NotTheirs who={who} />)}
      </WithCommunity>
    </Screen>
  );
}
