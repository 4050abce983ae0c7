// Target, forecast and actual side by side: what the owner had in mind at publish, and what has come of it.
import { Text, View } from '@tarojs/components';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Card } from '#app/ui/card.tsx';
import './forecast-card.scss';

type Outlook = NonNullable<OwnerCampaign['outlook']>;
type Band = NonNullable<Outlook['forecast']>['fen'];

/** One line: what was aimed at, foreseen and reached, in the same unit. */
interface Row {
  readonly id: string;
  readonly name: string;
  readonly target: string;
  readonly forecast: Band | undefined;
  readonly actual: number;
  readonly say: (amount: number) => string;
}

/** What a target of so many redemptions would take off, at the forecast's own price of each; null where neither says. */
function aimedFen({ target, forecast }: Outlook): number | null {
  if (target === null || forecast === null || forecast.redemptions.median === 0) return null;
  return Math.round((target * forecast.fen.median) / forecast.redemptions.median);
}

function useRows(campaign: OwnerCampaign, outlook: Outlook): readonly Row[] {
  const { owner, formats } = useOwnersWords();
  const says = owner.forecast;
  const { target, forecast } = outlook;
  const { used, offFen, funnel, pointsIssued, couponsIssued, couponsReserved } = campaign;
  const aimed = target === null ? says.noTarget : formats.count(target);
  const { count, money } = formats;
  // What has ended has given back what it had reserved: it was for coupons if any was given, or foreseen.
  const isCoupon = couponsReserved + couponsIssued > 0 || (forecast?.redemptions.high ?? 0) > 0;
  if (!isCoupon) {
    return [
      { id: 'taken', name: says.compare.taken, target: aimed, forecast: forecast?.taken, actual: funnel.claimed, say: count },
      { id: 'points', name: says.compare.points, target: '–', forecast: forecast?.points, actual: pointsIssued, say: count },
    ];
  }
  const fen = aimedFen(outlook);
  const isMoney = offFen > 0 || (forecast?.fen.high ?? 0) > 0;
  const spent = {
    id: 'money',
    name: says.compare.money,
    target: fen === null ? '–' : says.about(money(fen)),
    forecast: forecast?.fen,
    actual: offFen,
    say: money,
  };
  return [
    { id: 'redemptions', name: says.compare.redemptions, target: aimed, forecast: forecast?.redemptions, actual: used, say: count },
    ...(isMoney ? [spent] : []),
  ];
}

function Foreseen({ band, say }: { readonly band: Band | undefined; readonly say: Row['say'] }) {
  if (band === undefined) return <Text className="compare__cell">–</Text>;
  return (
    <View className="compare__cell">
      <Text>{say(band.median)}</Text>
      <Text className="compare__band">{`${say(band.low)}–${say(band.high)}`}</Text>
    </View>
  );
}

function Compare({ campaign, outlook }: { readonly campaign: OwnerCampaign; readonly outlook: Outlook }) {
  const says = useOwnersWords().owner.forecast;
  const rows = useRows(campaign, outlook);
  return (
    <Card id="compare" title={says.compareTitle}>
      <View className="compare__row compare__row--head">
        {['', says.compare.target, says.compare.forecast, says.compare.actual].map((head) => (
          <Text key={head} className="compare__cell">
            {head}
          </Text>
        ))}
      </View>
      {rows.map(({ id, name, target, forecast, actual, say }) => (
        <View key={id} id={`compare-${id}`} className="compare__row">
          <Text className="compare__cell compare__cell--name">{name}</Text>
          <Text className="compare__cell">{target}</Text>
          <Foreseen band={forecast} say={say} />
          <Text className="compare__cell">{say(actual)}</Text>
        </View>
      ))}
    </Card>
  );
}

/** The card of a campaign with which something was kept; nothing otherwise. */
export function CompareCard({ campaign }: { readonly campaign: OwnerCampaign }) {
  return campaign.outlook === null ? null : <Compare campaign={campaign} outlook={campaign.outlook} />;
}
