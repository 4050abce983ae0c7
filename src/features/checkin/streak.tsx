// How many days in a row, and how many are missing to the next milestone.
import { Text, View } from '@tarojs/components';
import { type CampaignCard, numberOf } from '#app/features/campaign/campaign-parts';
import { useWords } from '#app/i18n/use-words';
import { TickingNumber } from '#app/ui/ticking-number.tsx';
import './today-check-in.scss';

export function Streak({ card }: { readonly card: CampaignCard }) {
  const words = useWords();
  const says = words.member.home;
  const { next, streakDays, plan } = card.mine;
  const way = next === null ? says.allMilestones : next.missingDays === 0 ? words.member.plan.reach[next.ladder](next.days) : null;
  return (
    <View className="today__words">
      <Text className="today__caption">{says.streak}</Text>
      <View className="today__streak">
        <TickingNumber id="streak-days" className="today__number" value={streakDays} />
        <Text className="today__unit">{says.dayUnit(streakDays)}</Text>
      </View>
      <Text className="today__next">
        {(plan?.milestones.length ?? 0) === 0
          ? says.perDay(numberOf(card, 'pointsPerDay'))
          : (way ?? says.next(next?.missingDays ?? 0, next?.points ?? 0))}
      </Text>
    </View>
  );
}
