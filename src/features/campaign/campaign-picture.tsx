// What a campaign is, at one glance: whose it is, what it gives, when, and who is in it already.

import { Text, View } from '@tarojs/components';
import { type CampaignCard, isClaimed, numberOf } from '#app/features/campaign/campaign-parts';
import { WelcomeSteps } from '#app/features/campaign/welcome-steps.tsx';
import { PlanProgress } from '#app/features/checkin/plan-progress.tsx';
import { isContent } from '#app/features/content/content-card';
import { conditionLines, heldOfText, stubOf, usableText, worthOfCard } from '#app/features/coupon/coupon-text';
import { sidesOf } from '#app/features/invite/invite-parts';
import { SeasonPrizes } from '#app/features/leaderboard/season-prizes.tsx';
import { ExchangeWorth } from '#app/features/points/exchange-offer.tsx';
import { benefitLabel } from '#app/i18n/say-benefit';
import { useWords } from '#app/i18n/use-words';
import type { Words } from '#app/i18n/words';
import { Card } from '#app/ui/card.tsx';
import { Tag } from '#app/ui/tag.tsx';
import { Thread } from '#app/ui/thread.tsx';
import { Ticket } from '#app/ui/ticket.tsx';
import type { ValueOf } from '#core/contract';
import './campaign-picture.scss';

type CampaignPage = ValueOf<'campaign.open'>;

/** Who is in it already, in words; null while nobody is. */
function peopleText(words: Words, card: CampaignCard): string | null {
  if (card.people === 0) return null;
  if (card.type === 'checkin_plan') return words.member.home.peopleToday(card.people);
  if (card.type === 'points_exchange') return words.gifts.exchange.people(card.people);
  if (card.type === 'welcome_gift') return words.gifts.welcome.people(card.people);
  if (card.type === 'season_prize') return words.season.people(card.people);
  if (isContent(card.type)) return words.content.people(card.people);
  if (card.type === 'trial') return words.trial.people(card.people);
  if (card.type === 'group_price') return words.member.home.peopleReserved(card.people);
  return isClaimed(card) ? words.member.home.peopleClaimed(card.people) : words.member.home.peopleRewarded(card.people);
}

interface CampaignPictureProps {
  readonly page: CampaignPage;
  readonly onChange: () => void;
}

/** How many are in it, and how many of how many are left: counts, and nobody's name. */
function Proof({ card }: { readonly card: CampaignCard }) {
  const words = useWords();
  const people = peopleText(words, card);
  const stock = numberOf(card, 'stock');
  const left = card.left === null || stock === 0 ? null : words.member.daily.leftOf(card.left, stock);
  if (people === null && left === null) return null;
  return (
    <View id="proof" className="proof">
      <View className="proof__words">
        {people === null ? null : <Text className="proof__people">{people}</Text>}
        {left === null ? null : <Text className="quiet tabular">{left}</Text>}
      </View>
      {left === null || card.left === null ? null : (
        <View className="proof__bar" aria-hidden>
          <View className="proof__taken" style={{ width: `${Math.min(100, (1 - card.left / stock) * 100)}%` }} />
        </View>
      )}
    </View>
  );
}

function Worth({ page, onChange }: CampaignPictureProps) {
  const words = useWords();
  const { card, me } = page;
  // The page's own part says what it is.
  if (isContent(card.type) || card.type === 'trial') return null;
  if (isClaimed(card)) {
    // What is gone for others is not gone for whoever holds one.
    const isGone = card.left === 0 && card.mine.claimed === 0;
    return (
      <Ticket
        id="campaign-ticket"
        worth={stubOf(words, worthOfCard(card))}
        conditions={conditionLines(words, worthOfCard(card))}
        title={isGone ? words.member.wall.gone : card.title}
        lines={[usableText(words, card)]}
        look={isGone ? 'off' : 'good'}
        {...(card.mine.claimed === 0 ? {} : { tags: <Tag text={heldOfText(words, card)} tone="green" /> })}
      />
    );
  }
  if (card.type === 'points_exchange') return <ExchangeWorth card={card} />;
  if (card.type === 'welcome_gift') return <WelcomeSteps card={card} />;
  if (card.type === 'season_prize') return <SeasonPrizes card={card} />;
  if (card.type === 'invite_reward') {
    return (
      <Card>
        <Thread
          from={{ name: me.name, tag: me.tag, picture: me.avatar }}
          to={{ name: null, tag: '?' }}
          steps={1}
          label={words.campaignTypes.invite_reward.name}
        />
        <Text>{words.member.wall.inviteWorth[sidesOf(card)](benefitLabel(words.benefits, worthOfCard(card).benefit))}</Text>
      </Card>
    );
  }
  return <PlanProgress card={card} today={page.today} joined={me.joinedAt !== null} onChange={onChange} />;
}

export function CampaignPicture({ page, onChange }: CampaignPictureProps) {
  const words = useWords();
  const { card, community } = page;
  return (
    <>
      <View className="campaign-picture">
        <Text className="quiet">{`${community.name} · ${words.member.campaign.organiser(community.organiser)}`}</Text>
        <Text className="campaign-picture__title" id="campaign-title">
          {card.title}
        </Text>
        {card.summary === '' ? null : <Text className="campaign-picture__summary">{card.summary}</Text>}
        <View className="campaign-picture__tags">
          <Tag text={words.campaignTypes[card.type].name} />
          <Tag text={words.formats.span(card.startsOn, card.endsOn)} />
          {card.groupLabel === null ? null : <Tag text={words.member.shared.groupOnly(card.groupLabel)} tone="blue" />}
        </View>
      </View>
      <Worth page={page} onChange={onChange} />
      <Proof card={card} />
    </>
  );
}
