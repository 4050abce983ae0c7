// What came of it: each campaign's way from seen to coming again, who stays, who brings friends, and what a redemption cost.
import { Text } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { useCallback } from 'react';
import { CampaignResults } from '#app/features/analytics/campaign-results.tsx';
import { ConversionCard } from '#app/features/analytics/conversion-card.tsx';
import type { CommunityResults } from '#app/features/analytics/create-results';
import { useStages } from '#app/features/analytics/funnel.tsx';
import { CohortCard, GroupsCard, SpreadCard } from '#app/features/analytics/people-results.tsx';
import { go } from '#app/features/go';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { ownerPages } from '#app/features/owner-pages';
import { OwnerScreen, OwnerSkeleton } from '#app/features/owner-screen.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { desk } from '#app/features/this-desk';
import { useAskNow, useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Card, LinkRow } from '#app/ui/card.tsx';
import { Columns } from '#app/ui/columns.tsx';
import { EmptyState } from '#app/ui/states.tsx';
import type { CampaignResult } from '#core/rules/analytics/results';

/** One campaign, and how many came to its last stage. */
function CampaignLine({ campaign, result }: { readonly campaign: OwnerCampaign; readonly result: CampaignResult }) {
  const { owner, formats } = useOwnersWords();
  const [last] = useStages({ ...campaign, funnel: result }).slice(-1);
  return (
    <LinkRow
      id={`result-${result.campaignId}`}
      label={campaign.card.title}
      value={last === undefined ? '' : owner.results.atStage(last.label, formats.count(last.people))}
      onTap={() => go(ownerPages.results, { id: result.campaignId })}
    />
  );
}

function All({ campaigns, results }: { readonly campaigns: readonly OwnerCampaign[]; readonly results: CommunityResults }) {
  const says = useOwnersWords().owner.results;
  const rows = campaigns.flatMap((campaign) => {
    const result = results.campaigns.find(({ campaignId }) => campaignId === campaign.card.campaignId);
    return result === undefined ? [] : [{ campaign, result }];
  });
  if (rows.length === 0) return <EmptyState id="no-results" text={says.none} />;
  return (
    <Columns
      below={
        <>
          <CohortCard results={results} />
          <SpreadCard results={results} />
          <GroupsCard results={results} />
        </>
      }
    >
      <ConversionCard rows={rows} />
      <Text className="section-title">{says.byCampaign}</Text>
      <Card id="each-campaign" list>
        {rows.map(({ campaign, result }) => (
          <CampaignLine key={result.campaignId} campaign={campaign} result={result} />
        ))}
      </Card>
    </Columns>
  );
}

function Body({ campaignId }: { readonly campaignId: string | null }) {
  const says = useOwnersWords().owner.results;
  const state = useResource(desk.results);
  const today = useResource(desk.today);
  const ask = useCallback(() => {
    void desk.results.refresh();
    void desk.today.refresh();
  }, []);
  useAskNow(ask);
  return (
    <ResourceView state={today.no === null ? state : { ...state, no: today.no }} skeleton={<OwnerSkeleton />} onRetry={ask}>
      {(results) => {
        if (today.value === null) return <OwnerSkeleton />;
        const published = today.value.campaigns.filter(({ card }) => card.state !== 'draft');
        if (campaignId === null) return <All campaigns={published} results={results} />;
        const campaign = published.find(({ card }) => card.campaignId === campaignId);
        const result = results.campaigns.find((one) => one.campaignId === campaignId);
        if (campaign === undefined || result === undefined) return <EmptyState id="no-results" text={says.none} />;
        return <CampaignResults campaign={campaign} result={result} today={today.value.today} />;
      }}
    </ResourceView>
  );
}

export function ResultsScreen() {
  const says = useOwnersWords().owner.results;
  const { params } = useRouter();
  return (
    <OwnerScreen title={says.title} who="co_owner" intro={says.intro}>
      {() => <Body campaignId={params.id ?? null} />}
    </OwnerScreen>
  );
}
