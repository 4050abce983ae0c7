// What the places of the check-in board bring: the same steps as in the terms, and the way to the board.
import { Text } from '@tarojs/components';
import { type CampaignCard, textOf } from '#app/features/campaign/campaign-parts';
import { prizeOfRow, prizeSteps } from '#app/features/campaign/prize-steps';
import { go, goTab, pages } from '#app/features/go';
import { phone } from '#app/features/this-phone';
import { prizeText } from '#app/i18n/say-prize';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';

/** The prizes by place; on the home page under the campaign's own title, and leading to its page with the complete terms. */
export function SeasonPrizes({ card, isOffer = false }: { readonly card: CampaignCard; readonly isOffer?: boolean }) {
  const words = useWords();
  const { season } = words;
  const steps = prizeSteps(card.parameters['ranks']);
  const open = () => go(pages.campaign, { c: phone.communities.current(), id: card.campaignId });
  const title = season.titles[textOf(card, 'period') === 'month' ? 'month' : 'week'];
  return (
    <Card id={`prizes-${card.campaignId}`} title={isOffer ? card.title : title} {...(isOffer ? { onTap: open } : {})}>
      {steps.map((step, index) => (
        <Text key={step.untilRank} className="tabular">
          {season.each(season.places((steps[index - 1]?.untilRank ?? 0) + 1, step.untilRank), prizeText(words, prizeOfRow(step)))}
        </Text>
      ))}
    </Card>
  );
}

/** The way to where one stands. */
export function ToBoard() {
  const { season } = useWords();
  return <PrimaryButton id="season-board" text={season.toBoard} onTap={() => goTab('board')} />;
}
