// The steps of an invite campaign: at which friend one coupon more comes, and how far the inviter has come.
import { Text, View } from '@tarojs/components';
import type { CampaignCard } from '#app/features/campaign/campaign-parts';
import { stepsOf } from '#app/features/invite/invite-parts';
import { useWords } from '#app/i18n/use-words';
import { Tag } from '#app/ui/tag.tsx';

export function InviteSteps({ card }: { readonly card: CampaignCard }) {
  const { formats, member } = useWords();
  const say = member.invites;
  return (
    <>
      {stepsOf(card).map(({ friends, amountOffFen }) => {
        const missing = friends - card.mine.invited;
        return (
          <View key={friends} className="row row--apart" id={`invite-step-${String(friends)}`}>
            <Text>{say.step(friends, formats.money(amountOffFen))}</Text>
            <Tag text={missing <= 0 ? say.stepDone : say.stepMissing(missing)} tone={missing <= 0 ? 'green' : 'plain'} />
          </View>
        );
      })}
    </>
  );
}
