// A trial among the cards of a community: what is tried, how many places are left, and the way there.
import { type CampaignCard, lockOf, numberOf } from '#app/features/campaign/campaign-parts';
import { go, pages } from '#app/features/go';
import { phone } from '#app/features/this-phone';
import { sayNo } from '#app/i18n/say';
import { useWords } from '#app/i18n/use-words';
import { QuietOffer } from '#app/ui/quiet-offer.tsx';

export function TrialOffer({ card }: { readonly card: CampaignCard }) {
  const words = useWords();
  const { trial, owner } = words;
  const locked = card.mine.entry === null ? lockOf(card) : null;
  return (
    <QuietOffer
      id={`offer-${card.campaignId}`}
      title={card.title}
      kind={words.campaignTypes.trial.name}
      text={owner.card.trial.gives(String(card.parameters.item ?? ''))}
      note={locked === null ? trial.places(numberOf(card, 'places'), card.left ?? 0) : sayNo(words, locked).reason}
      way={trial.see}
      onTap={() => go(pages.campaign, { c: phone.communities.current(), id: card.campaignId })}
    />
  );
}
