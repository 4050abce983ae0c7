// A trial among the cards of a community: what is tried, how many places are left, and the way there.
import { Text } from '@tarojs/components';
import { type CampaignCard, lockOf, numberOf } from '#app/features/campaign/campaign-parts';
import { go, pages } from '#app/features/go';
import { NoNote } from '#app/features/no-view.tsx';
import { phone } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';

export function TrialOffer({ card }: { readonly card: CampaignCard }) {
  const { trial, owner } = useWords();
  const locked = card.mine.entry === null ? lockOf(card) : null;
  return (
    <Card title={card.title}>
      <Text className="strong">{owner.card.trial.gives(String(card.parameters.item ?? ''))}</Text>
      <Text className="quiet">{trial.places(numberOf(card, 'places'), card.left ?? 0)}</Text>
      {locked === null ? null : <NoNote no={locked} />}
      <QuietButton
        id={`open-${card.campaignId}`}
        text={trial.see}
        onTap={() => go(pages.campaign, { c: phone.communities.current(), id: card.campaignId })}
      />
    </Card>
  );
}
