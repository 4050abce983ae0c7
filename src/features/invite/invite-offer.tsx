// The invite campaign on a wall: what both get and when, and the way to send one.

import { Text } from '@tarojs/components';
import { type CampaignCard, lockOf } from '#app/features/campaign/campaign-parts';
import { worthOfCard } from '#app/features/coupon/coupon-text';
import { go, pages } from '#app/features/go';
import { sidesOf } from '#app/features/invite/invite-parts';
import { NoNote } from '#app/features/no-view.tsx';
import { benefitLabel } from '#app/i18n/say-benefit';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Tag } from '#app/ui/tag.tsx';

export function InviteOffer({ card, joined }: { readonly card: CampaignCard; readonly joined: boolean }) {
  const words = useWords();
  const locked = lockOf(card);
  return (
    <Card id={`offer-${card.campaignId}`} title={card.title} aside={<Tag text={words.campaignTypes.invite_reward.name} tone="blue" />}>
      <Text>{words.member.wall.inviteWorth[sidesOf(card)](benefitLabel(words.benefits, worthOfCard(card).benefit))}</Text>
      <Text className="quiet tabular">{words.member.wall.inviteCount(card.mine.invited, card.mine.invitedMax)}</Text>
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
