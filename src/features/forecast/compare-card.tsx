// Target, forecast and actual side by side: what the owner had in mind at publish, and what has come of it.
import { Text, View } from '@tarojs/components';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { useWords } from '#app/i18n/use-words';
import { Card } from '#app/ui/card.tsx';
import './forecast-card.scss';

/** The card of a campaign with which something was kept; nothing otherwise. */
export function CompareCard({ campaign }: { readonly campaign: OwnerCampaign }) {
  const { owner, formats } = useWords();
  const says = owner.forecast;
  const { outlook, used, funnel, pointsIssued, couponsReserved } = campaign;
  if (outlook === null) return null;
  const { target, forecast } = outlook;
  const isCoupon = couponsReserved > 0;
  const band = (of: { readonly low: number; readonly median: number; readonly high: number } | undefined) =>
    of === undefined ? '–' : `${formats.count(of.median)}（${formats.count(of.low)}–${formats.count(of.high)}）`;
  const aimed = target === null ? says.noTarget : formats.count(target);
  const rows = isCoupon
    ? [{ id: 'redemptions', name: says.compare.redemptions, target: aimed, forecast: band(forecast?.redemptions), actual: used }]
    : [
        { id: 'taken', name: says.compare.taken, target: aimed, forecast: band(forecast?.taken), actual: funnel.claimed },
        { id: 'points', name: says.compare.points, target: '–', forecast: band(forecast?.points), actual: pointsIssued },
      ];
  return (
    <Card id="compare" title={says.compareTitle}>
      <View className="compare__row compare__row--head">
        {['', says.compare.target, says.compare.forecast, says.compare.actual].map((head) => (
          <Text key={head} className="compare__cell">
            {head}
          </Text>
        ))}
      </View>
      {rows.map((row) => (
        <View key={row.id} id={`compare-${row.id}`} className="compare__row">
          <Text className="compare__cell compare__cell--name">{row.name}</Text>
          <Text className="compare__cell">{row.target}</Text>
          <Text className="compare__cell">{row.forecast}</Text>
          <Text className="compare__cell">{formats.count(row.actual)}</Text>
        </View>
      ))}
    </Card>
  );
}
