// What I have told the owner, the newest first: whether it still waits, what was answered, whether it was made good.
import { Text } from '@tarojs/components';
import { useCallback, useMemo } from 'react';
import { go, pages } from '#app/features/go';
import { PagedView } from '#app/features/paged-view.tsx';
import { createMyComplaints, type MyComplaint } from '#app/features/promise/create-promise-lists';
import { phone, useAskNow, usePaged } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { WithCommunity } from '#app/features/with-community.tsx';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Screen } from '#app/ui/screen.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';

type Home = ValueOf<'community.home'>;

const tones = { open: 'amber', answered: 'blue', settled: 'green' } as const;

function ComplaintCard({ complaint, home }: { readonly complaint: MyComplaint; readonly home: Home }) {
  const words = useWords();
  const says = words.member.promise.complain;
  const { campaignId, n, reason, text, state, filedAt, answer } = complaint;
  const { zone } = home.community;
  // Campaigns that are over are not on the home page: then the day has to do.
  const title = home.campaigns.find((card) => card.campaignId === campaignId)?.title;
  const filed = momentText(words, filedAt, zone);
  return (
    <Card
      id={`complaint-${campaignId}-${String(n)}`}
      title={says.reasons[reason]}
      aside={<Tag text={says.states[state]} tone={tones[state]} />}
    >
      <Text className="quiet">{title === undefined ? filed : `${title} · ${filed}`}</Text>
      {text === '' ? null : <Text>{text}</Text>}
      {answer === null ? null : <Text className="strong">{says.answer(answer.text)}</Text>}
    </Card>
  );
}

function MyComplaints({ home }: { readonly home: Home }) {
  const words = useWords();
  const { communityId } = home.community;
  const complaints = useMemo(() => createMyComplaints(phone.caller, communityId), [communityId]);
  const state = usePaged(complaints);
  const ask = useCallback(() => void complaints.refresh(), [complaints]);
  useAskNow(ask);
  return (
    <PagedView
      state={state}
      paged={complaints}
      skeleton={<Skeleton count={2} label={words.member.shared.loading} />}
      empty={
        <EmptyState id="no-complaints" text={words.member.promise.complain.none}>
          <QuietButton id="go-wallet" text={words.member.campaign.openWallet} onTap={() => go(pages.wallet)} />
        </EmptyState>
      }
    >
      {(items) =>
        items.map((complaint) => <ComplaintCard key={`${complaint.campaignId} ${complaint.n}`} complaint={complaint} home={home} />)
      }
    </PagedView>
  );
}

export function MyComplaintsScreen() {
  const words = useWords();
  return (
    <Screen title={words.member.promise.complain.mine} backLabel={words.member.shared.back}>
      <WithCommunity skeleton={<Skeleton count={2} label={words.member.shared.loading} />}>
        {(home) => <MyComplaints home={home} />}
      </WithCommunity>
    </Screen>
  );
}
