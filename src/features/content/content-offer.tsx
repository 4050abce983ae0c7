// A campaign around content among the cards of a community: what it asks, how the person stands in it, and the way there.
import { type CampaignCard, lockOf } from '#app/features/campaign/campaign-parts';
import { isContent } from '#app/features/content/content-card';
import { leadOf, questionsOf } from '#app/features/content/content-parts';
import { go, pages } from '#app/features/go';
import { phone } from '#app/features/this-phone';
import { sayNo } from '#app/i18n/say';
import { useWords } from '#app/i18n/use-words';
import type { Words } from '#app/i18n/words';
import { QuietOffer } from '#app/ui/quiet-offer.tsx';

/** How the person stands in it, in words; null where there is nothing to say yet. */
function standing({ content }: Words, card: CampaignCard): string | null {
  const { offer } = content;
  const { entry } = card.mine;
  if (card.type === 'quiz' && entry === null) return offer.quiz(questionsOf(card).length);
  if (entry === null) return null;
  if (entry.kind === 'quiz') return entry.chosen.length === 0 ? offer.quizAnswered : offer.quizDone(entry.right, entry.chosen.length);
  if (entry.kind === 'poll') return offer.voted;
  if (entry.kind === 'notice') return offer.read;
  if (entry.kind !== 'topic' || entry.state === 'none') return null;
  return entry.state === 'waiting' ? offer.waiting : entry.state === 'refused' ? offer.refused : offer.written;
}

export function ContentOffer({ card }: { readonly card: CampaignCard }) {
  const words = useWords();
  const { offer } = words.content;
  if (!isContent(card.type)) return null;
  const locked = lockOf(card);
  const said = standing(words, card);
  const way = card.mine.entry === null ? offer.go[card.type] : offer.see[card.type];
  return (
    <QuietOffer
      id={`offer-${card.campaignId}`}
      title={card.title}
      kind={words.campaignTypes[card.type].name}
      text={leadOf(card)}
      note={locked === null ? said : sayNo(words, locked).reason}
      way={way}
      onTap={() => go(pages.campaign, { c: phone.communities.current(), id: card.campaignId })}
    />
  );
}
