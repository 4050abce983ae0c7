// The invite campaign on a wall: what both get and when, and the way to send one.
import { Text, View } from '@tarojs/components';
import { type CampaignCard, lockOf, type Me } from '#app/features/campaign/campaign-parts';
import { worthOfCard } from '#app/features/coupon/coupon-text';
import { go, pages } from '#app/features/go';
import { sidesOf } from '#app/features/invite/invite-parts';
import { NoNote } from '#app/features/no-view.tsx';
import { benefitLabel } from '#app/i18n/say-benefit';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Thread } from '#app/ui/thread.tsx';
import './invite-offer.scss';

export interface InviteOfferProps {
  readonly card: CampaignCard;
  readonly me: Me;
  readonly joined: boolean;
}

export function InviteOffer({ card, me, joined }: InviteOfferProps) {
  const words = useWords();
  const locked = lockOf(card);
  return (
    <Card id={`offer-${card.campaignId}`} title={card.title} aside={<Tag text={words.campaignTypes.invite_reward.name} tone="blue" />}>
      <View className="invite-offer">
        <View className="invite-offer__words">
          <Text>{words.member.wall.inviteWorth[sidesOf(card)](benefitLabel(words.benefits, worthOfCard(card).benefit))}</Text>
          <Text className="quiet tabular">{words.member.wall.inviteCount(card.mine.invited, card.mine.invitedMax)}</Text>
        </View>
        <View className="invite-offer__thread">
          <Thread
            from={{ name: me.name, tag: me.tag, picture: me.avatar }}
            to={{ name: null, tag: '?' }}
            steps={1}
            label={words.campaignTypes.invite_reward.name}
          />
        </View>
      </View>
      {locked === null ? null : <NoNote no={locked} />}
      {joined && locked === null ? (
        <QuietButton
          id={`invite-${card.campaignId}`}
          text={words.member.wall.invite}
          onTap={() => go(pages.invites, { id: card.campaignId })}
        />
      ) : null}
    </Card>
  );
}
