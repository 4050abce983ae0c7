// A campaign's way from seen to redeemed as bars: each stage's people, and how much of the stage before went on.
import { Text, View } from '@tarojs/components';
import { hasRedemptions } from '#app/features/analytics/last-stage';
import type { OwnerCampaign } from '#app/features/owner-desk';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import './funnel.scss';

interface Stage {
  readonly name: 'seen' | 'opened' | 'claimed' | 'redeemed';
  readonly label: string;
  readonly people: number;
}

/** The stages that a type of campaign has: nothing is redeemed of a check-in plan, nor of points or words. */
export function useStages({ card, funnel }: Pick<OwnerCampaign, 'card' | 'funnel'>): readonly Stage[] {
  const says = useOwnersWords().owner.console.funnel;
  const isGoods = card.type === 'points_exchange' && card.parameters.gives !== 'coupon';
  const stages: readonly Stage[] = [
    { name: 'seen', label: says.seen, people: funnel.seen },
    { name: 'opened', label: says.opened, people: funnel.opened },
    { name: 'claimed', label: says.claimed[card.type], people: funnel.claimed },
    { name: 'redeemed', label: isGoods ? says.handedOver : says.redeemed, people: funnel.redeemed },
  ];
  return hasRedemptions({ card }) ? stages : stages.slice(0, 3);
}

/** The stages in one row of numbers, for a list of campaigns. */
export function FunnelRow({ campaign }: { readonly campaign: OwnerCampaign }) {
  const { formats } = useOwnersWords();
  const stages = useStages(campaign);
  const most = Math.max(1, ...stages.map(({ people }) => people));
  return (
    <View className="funnel-row">
      {stages.map(({ name, label, people }) => (
        <View key={name} id={`${name}-${campaign.card.campaignId}`} className="funnel-row__stage" aria-label={`${label} ${people}`}>
          <Text className="funnel-row__number">{formats.count(people)}</Text>
          <Text className="funnel-row__label">{label}</Text>
          <View className="funnel-row__track">
            <View className="funnel-row__bar" style={{ width: `${Math.round((people / most) * 100)}%` }} />
          </View>
        </View>
      ))}
    </View>
  );
}

/** The stages one below the other, with the share that went on. */
export function FunnelBars({ campaign }: { readonly campaign: OwnerCampaign }) {
  const { formats } = useOwnersWords();
  const stages = useStages(campaign);
  const most = Math.max(1, ...stages.map(({ people }) => people));
  return (
    <View className="funnel-bars">
      {stages.map(({ name, label, people }, index) => {
        const before = stages[index - 1]?.people ?? 0;
        return (
          <View key={name} id={`funnel-${name}`} className="funnel-bars__line">
            <Text className="funnel-bars__label">{label}</Text>
            <View className="funnel-bars__track">
              <View className="funnel-bars__bar" style={{ width: `${Math.round((people / most) * 100)}%` }} />
            </View>
            <Text className="funnel-bars__share">{before === 0 ? '' : `${Math.round((people / before) * 100)}%`}</Text>
            <Text className="funnel-bars__number">{formats.count(people)}</Text>
          </View>
        );
      })}
    </View>
  );
}

/** At this share, what a running campaign has left is running low. */
const LOW_SHARE = 0.8;

/** How much of what was set aside has been given. */
export function GivenBar({ label, share, live }: { readonly label: string; readonly share: number; readonly live: boolean }) {
  return (
    <View className="given">
      <Text className="given__label">{label}</Text>
      <View className="funnel-bars__track">
        <View
          className={`funnel-bars__bar${live && share >= LOW_SHARE ? ' funnel-bars__bar--low' : ''}`}
          style={{ width: `${Math.min(100, Math.round(share * 100))}%` }}
        />
      </View>
    </View>
  );
}
