// One campaign's results: its way step by step, what a redemption cost, and target, forecast and actual.
import { Text, View } from '@tarojs/components';
import { percentOf } from '#app/features/analytics/conversion-card.tsx';
import { useStages } from '#app/features/analytics/funnel.tsx';
import { hasRedemptions, lastOf } from '#app/features/analytics/last-stage';
import { StateTag } from '#app/features/campaign/state-tag.tsx';
import { CompareCard } from '#app/features/forecast/compare-card.tsx';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Card } from '#app/ui/card.tsx';
import { Chart } from '#app/ui/chart/chart.tsx';
import type { RowsShape } from '#app/ui/chart/chart-shape';
import { Columns } from '#app/ui/columns.tsx';
import { type CampaignResult, ENOUGH_PEOPLE } from '#core/rules/analytics/results';

interface Given {
  readonly campaign: OwnerCampaign;
  readonly result: CampaignResult;
}

function FunnelCard({ campaign, result }: Given) {
  const { owner, formats } = useOwnersWords();
  const says = owner.results;
  const before = useStages({ ...campaign, funnel: result });
  const again = lastOf(campaign, result);
  const stages = [...before, { name: 'again', label: says.funnel.again, people: again.again }];
  const rows = stages.map(({ label, people }, index) => {
    const of = stages[index - 1]?.people ?? 0;
    return { label, people, share: index === 0 || of < ENOUGH_PEOPLE ? null : people / of };
  });
  const shape: RowsShape = {
    kind: 'rows',
    rows: rows.map(({ label, people, share }) => ({
      label,
      value: people,
      said: share === null ? says.people(formats.count(people)) : says.share(formats.count(people), Math.round(100 * share)),
      tone: 'now',
    })),
  };
  return (
    <Card id="result-funnel" title={says.funnel.title}>
      {result.seen < ENOUGH_PEOPLE ? <Text className="quiet">{says.tooFew(result.seen)}</Text> : null}
      <Chart
        id="funnel-chart"
        sentence={says.funnel.sentence(formats.count(result.seen), formats.count(again.people))}
        shape={shape}
        table={{
          heads: says.funnel.heads,
          rows: rows.map(({ label, people, share }) => ({
            key: label,
            cells: [label, formats.count(people), share === null ? '–' : says.percent(percentOf(share))],
          })),
        }}
        note={says.funnel.note}
      />
    </Card>
  );
}

function CostCard({ campaign }: Pick<Given, 'campaign'>) {
  const { owner, formats } = useOwnersWords();
  const says = owner.results.cost;
  const { used, offFen, pointsIssued } = campaign;
  if (!hasRedemptions(campaign) && pointsIssued === 0) return null;
  return (
    <Card id="result-cost" title={says.title}>
      {used === 0 ? (
        <Text>{says.none}</Text>
      ) : (
        <>
          <Text className="strong">{says.each(formats.money(Math.round(offFen / used)))}</Text>
          <Text className="quiet">{says.all(formats.money(offFen), formats.count(used))}</Text>
        </>
      )}
      {pointsIssued === 0 ? null : <Text className="quiet">{says.points(formats.count(pointsIssued))}</Text>}
    </Card>
  );
}

export function CampaignResults({ campaign, result, today }: Given & { readonly today: string }) {
  const { formats, campaignTypes } = useOwnersWords();
  const { card } = campaign;
  return (
    <>
      <View className="lines">
        <View className="row row--apart">
          <Text className="screen__heading" id="result-title">
            {card.title}
          </Text>
          <StateTag card={card} today={today} />
        </View>
        <Text className="quiet">{`${campaignTypes[card.type].name} · ${formats.span(card.startsOn, card.endsOn)}`}</Text>
      </View>
      <Columns
        below={
          <>
            <CostCard campaign={campaign} />
            <CompareCard campaign={campaign} />
          </>
        }
      >
        <FunnelCard campaign={campaign} result={result} />
      </Columns>
    </>
  );
}
