// The welcome of a newcomer: what this group is, what to do today, where the benefits are; one tap puts it away.
import { Text, View } from '@tarojs/components';
import { useStore } from 'zustand';
import { goTab } from '#app/features/go';
import { phone } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import type { ValueOf } from '#core/contract';
import './welcome.scss';

interface FirstStepsCardProps {
  readonly community: ValueOf<'community.home'>['community'];
  /** Whether there is a seal to stamp today. */
  readonly canCheckIn: boolean;
}

export function FirstStepsCard({ community, canCheckIn }: FirstStepsCardProps) {
  const { member } = useWords();
  const { communityId } = useStore(phone.firstSteps.store);
  if (communityId !== community.communityId) return null;
  const { joinedTitle, steps, toBenefits } = member.daily;
  const lines = [steps.place(community.name, community.promise), canCheckIn ? steps.checkIn : steps.look, steps.benefits];
  const toWall = () => {
    phone.firstSteps.end();
    goTab('wall');
  };
  return (
    <Card id="first-steps" title={joinedTitle}>
      {lines.map((line, index) => (
        <View key={line} className="welcome__step">
          <Text className="welcome__number">{String(index + 1)}</Text>
          <Text className="welcome__line">{line}</Text>
        </View>
      ))}
      <View className="welcome__ways">
        <LinkButton id="first-steps-wall" text={toBenefits} onTap={toWall} />
        <LinkButton id="first-steps-done" text={member.shared.close} onTap={phone.firstSteps.end} />
      </View>
    </Card>
  );
}
