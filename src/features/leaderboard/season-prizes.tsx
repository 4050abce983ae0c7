// What the places of the check-in board bring: the same steps as in the terms, and the way to the board.
import { Text, View } from '@tarojs/components';
import { type CampaignCard, textOf } from '#app/features/campaign/campaign-parts';
import { prizeOfRow, prizeSteps } from '#app/features/campaign/prize-steps';
import { go, goTab, pages } from '#app/features/go';
import { phone } from '#app/features/this-phone';
import { prizeText } from '#app/i18n/say-prize';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Tag } from '#app/ui/tag.tsx';
import './season-prizes.scss';

/** The prizes by place; on the home page under the campaign's own title, and leading to its page with the complete terms. */
export function SeasonPrizes({ card, isOffer = false }: { readonly card: CampaignCard; readonly isOffer?: boolean }) {
  const words = useWords();
  const { season } = words;
  const steps = prizeSteps(card.parameters['ranks']);
  const open = () => go(pages.campaign, { c: phone.communities.current(), id: card.campaignId });
  const title = season.titles[textOf(card, 'period') === 'month' ? 'month' : 'week'];
  return (
    <Card
      id={`prizes-${card.campaignId}`}
      title={isOffer ? card.title : title}
      {...(isOffer ? { onTap: open, aside: <Tag text={words.campaignTypes.season_prize.name} /> } : {})}
    >
      {steps.map((step, index) => (
        <View key={step.untilRank} className="prize-row">
          <Text className="prize-row__place">{season.places((steps[index - 1]?.untilRank ?? 0) + 1, step.untilRank)}</Text>
          <Text className="prize-row__prize">{season.each(prizeText(words, prizeOfRow(step)))}</Text>
        </View>
      ))}
    </Card>
  );
}

/** The way to where one stands. */
export function ToBoard() {
  const { season } = useWords();
  return <PrimaryButton id="season-board" text={season.toBoard} onTap={() => goTab('board')} />;
}
