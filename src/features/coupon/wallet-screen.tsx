// The wallet: the tickets that can be used first, then those that are over.
import { Text } from '@tarojs/components';
import { type ReactNode, useCallback } from 'react';
import { useCommunityOfPath } from '#app/features/community/use-community-of-path';
import { WalletTicket } from '#app/features/coupon/wallet-ticket.tsx';
import { go, goTab, pages } from '#app/features/go';
import { PagedView } from '#app/features/paged-view.tsx';
import { phone, useAskNow, usePaged } from '#app/features/this-phone';
import { WithCommunity } from '#app/features/with-community.tsx';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';

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
      skeleton={<Skeleton count={4} label={words.member.shared.loading} />}
      empty={
        <EmptyState id="wallet-empty" text={say.empty}>
          <QuietButton id="go-wall" text={say.toWall} onTap={() => goTab('wall')} />
        </EmptyState>
      }
    >
      {(tickets) => {
        const open = tickets.filter((ticket) => ticket.state === 'usable' || ticket.state === 'not_yet');
        const past = tickets.filter((ticket) => ['redeemed', 'expired', 'void'].includes(ticket.state));
        const parts = [
          [say.usable, open],
          [say.past, past],
        ] as const;
        return parts.map(([title, part]) =>
          part.length === 0 ? null : (
            <WalletPart key={title} title={title}>
              {part.map((ticket) => (
                <WalletTicket
                  key={ticket.couponId}
                  ticket={ticket}
                  zone={zone}
                  onTap={() => go(pages.ticket, { coupon: ticket.couponId })}
                />
              ))}
            </WalletPart>
          ),
        );
      }}
    </PagedView>
  );
}

function WalletPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <>
      <Text className="section-title">{title}</Text>
      {children}
    </>
  );
}

export function WalletScreen() {
  const words = useWords();
  const isLookedAt = useCommunityOfPath();
  const skeleton = <Skeleton count={4} label={words.member.shared.loading} />;
  return (
    <Screen title={words.member.wallet.title} backLabel={words.member.shared.back}>
      {isLookedAt ? <WithCommunity skeleton={skeleton}>{(home) => <Wallet zone={home.community.zone} />}</WithCommunity> : skeleton}
    </Screen>
  );
}
