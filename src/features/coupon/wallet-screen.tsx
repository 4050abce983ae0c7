// The wallet: the tickets that can be used, the one that ends first on top; those that are over are folded away.
import { Text } from '@tarojs/components';
import { useCallback, useState } from 'react';
import { useCommunityOfPath } from '#app/features/community/use-community-of-path';
import { WalletTicket } from '#app/features/coupon/wallet-ticket.tsx';
import { go, goTab, pages } from '#app/features/go';
import { PagedView } from '#app/features/paged-view.tsx';
import type { Ticket } from '#app/features/phone';
import { phone, useAskNow, usePaged } from '#app/features/this-phone';
import { WithCommunity } from '#app/features/with-community.tsx';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { FoldRow } from '#app/ui/fold-row.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';

/** Whether a ticket can still be used, now or later. */
function isOpen({ state }: Ticket): boolean {
  return state === 'usable' || state === 'not_yet';
}

function Wallet({ zone }: { readonly zone: string }) {
  const words = useWords();
  const state = usePaged(phone.wallet);
  const ask = useCallback(() => void phone.wallet.refresh(), []);
  useAskNow(ask);
  const say = words.member.wallet;
  return (
    <PagedView
      state={state}
      paged={phone.wallet}
      skeleton={<Skeleton shape="ticket" count={4} label={words.member.shared.loading} />}
      empty={
        <EmptyState id="wallet-empty" text={say.empty}>
          <QuietButton id="go-wall" text={say.toWall} onTap={() => goTab('wall')} />
        </EmptyState>
      }
    >
      {(tickets) => {
        const open = tickets.filter(isOpen).sort((one, other) => (one.useUntilOn < other.useUntilOn ? -1 : 1));
        const past = tickets.filter((ticket) => !isOpen(ticket));
        return (
          <>
            {open.length === 0 ? null : <Text className="section-title">{say.usable}</Text>}
            {open.map((ticket) => (
              <Held key={ticket.couponId} ticket={ticket} zone={zone} />
            ))}
            {past.length === 0 ? null : <Past tickets={past} zone={zone} isFirst={open.length === 0} />}
          </>
        );
      }}
    </PagedView>
  );
}

interface HeldProps {
  readonly ticket: Ticket;
  readonly zone: string;
}

/** A ticket that leads to its code, or to what became of it. */
function Held({ ticket, zone }: HeldProps) {
  return <WalletTicket ticket={ticket} zone={zone} onTap={() => go(pages.ticket, { coupon: ticket.couponId })} />;
}

/** What is over, folded away below what is not; where nothing else is there, it stands. */
function Past({ tickets, zone, isFirst }: { readonly tickets: readonly Ticket[]; readonly zone: string; readonly isFirst: boolean }) {
  const { wallet, daily } = useWords().member;
  const [chosen, setChosen] = useState<boolean | null>(null);
  const isShown = chosen ?? isFirst;
  return (
    <>
      <FoldRow
        id="wallet-past"
        label={wallet.past}
        value={daily.pastCount(tickets.length)}
        open={isShown}
        onTap={() => setChosen(!isShown)}
      />
      {isShown ? tickets.map((ticket) => <Held key={ticket.couponId} ticket={ticket} zone={zone} />) : null}
    </>
  );
}

export function WalletScreen() {
  const words = useWords();
  const isLookedAt = useCommunityOfPath();
  const skeleton = <Skeleton shape="ticket" count={4} label={words.member.shared.loading} />;
  return (
    <Screen title={words.member.wallet.title} backLabel={words.member.shared.back}>
      {isLookedAt ? <WithCommunity skeleton={skeleton}>{(home) => <Wallet zone={home.community.zone} />}</WithCommunity> : skeleton}
    </Screen>
  );
}
