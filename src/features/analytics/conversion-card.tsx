// The offers side by side: of those who saw each of them, how many redeemed it; beside what others usually come to.
import { Text } from '@tarojs/components';
import { useMemo } from 'react';
import { hasRedemptions } from '#app/features/analytics/last-stage';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Card } from '#app/ui/card.tsx';
import { Chart } from '#app/ui/chart/chart.tsx';
import type { RowsShape } from '#app/ui/chart/chart-shape';
import { type CampaignResult, ENOUGH_PEOPLE } from '#core/rules/analytics/results';

/** So many campaigns stand side by side, those that did best. */
const ROWS_MAX = 8;

/** What is commonly said of a message to everybody, and of an offer for one group. */
const LINES = { broadcast: 0.01, groupLow: 0.1, groupHigh: 0.2 } as const;

/** A share in percent: with one decimal below ten. */
export function percentOf(share: number): string {
  const percent = 100 * share;
  return percent < 10 && percent > 0 ? String(Math.round(percent * 10) / 10) : String(Math.round(percent));
}

export function ConversionCard({
  rows,
}: {
  readonly rows: readonly { readonly campaign: OwnerCampaign; readonly result: CampaignResult }[];
}) {
  const { owner, formats } = useOwnersWords();
  const says = owner.results.conversion;
  const { percent } = owner.results;
  const shown = useMemo(
    () =>
      rows
        .filter(({ campaign, result }) => hasRedemptions(campaign) && result.seen >= ENOUGH_PEOPLE)
        .map(({ campaign, result }) => ({
          id: result.campaignId,
          title: campaign.card.title,
          seen: result.seen,
          redeemed: result.redeemed,
          share: result.redeemed / result.seen,
        }))
        .sort((one, other) => other.share - one.share)
        .slice(0, ROWS_MAX),
    [rows],
  );
  const shape = useMemo(
    (): RowsShape => ({
      kind: 'rows',
      rows: shown.map(({ title, share }) => ({ label: title, value: share, said: percent(percentOf(share)), tone: 'now' })),
      lines: [
        { value: LINES.broadcast, label: says.lines.broadcast },
        { value: LINES.groupLow, label: says.lines.groupLow },
        { value: LINES.groupHigh, label: says.lines.groupHigh },
      ],
    }),
    [shown, says, percent],
  );
  const [best] = shown;
  return (
    <Card id="conversion" title={says.title}>
      {best === undefined ? (
        <Text>{says.early}</Text>
      ) : (
        <Chart
          id="conversion-chart"
          sentence={says.best(best.title, percentOf(best.share))}
          shape={shape}
          table={{
            heads: says.heads,
            rows: shown.map(({ id, title, seen, redeemed, share }) => ({
              key: id,
              cells: [title, formats.count(seen), formats.count(redeemed), percent(percentOf(share))],
            })),
          }}
          note={says.note}
        />
      )}
    </Card>
  );
}
