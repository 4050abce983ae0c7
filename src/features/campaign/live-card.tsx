// The card that a campaign will be in the chat, drawn anew whenever typing rests: a strip that unfolds on a phone, the whole beside the form on a desk.
import { Image, Text, View } from '@tarojs/components';
import { useEffect, useMemo, useState } from 'react';
import type { CampaignForm, Declarations } from '#app/features/campaign/campaign-form';
import { ChatCard } from '#app/features/campaign/chat-card.tsx';
import { draftCard } from '#app/features/campaign/draft-card';
import { useCardPicture } from '#app/features/campaign/use-card-picture';
import { desk } from '#app/features/this-desk';
import { useResource } from '#app/features/this-phone';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import './fold-arrow.scss';
import './live-card.scss';

/** How long typing rests before the card is drawn again, in milliseconds. */
const REST_MS = 300;

/** A value once it has stayed the same for a while. */
function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

interface LiveCardProps {
  readonly form: CampaignForm;
  readonly declarations: Declarations;
  readonly community: string;
}

export function LiveCard({ form, declarations, community }: LiveCardProps) {
  const words = useOwnersWords();
  const says = words.owner.editor.card;
  const [open, setOpen] = useState(false);
  const groups = useResource(desk.groups).value?.groups;
  const rested = useRested(form);
  const { name } = words.campaignTypes[form.type];
  const card = useMemo(() => {
    const label = groups?.find(({ groupId }) => groupId === rested.groupId)?.label ?? null;
    return draftCard(rested, declarations, name, label);
  }, [rested, declarations, name, groups]);
  const picture = useCardPicture(card, community);
  return (
    <View id="live-card" className={`live-card${open ? ' live-card--open' : ''}`}>
      <View
        id="toggle-card"
        className="live-card__strip"
        role="button"
        aria-expanded={open}
        hoverClass="card--pressed"
        onClick={() => setOpen(!open)}
      >
        <View className="live-card__small">
          {picture === null ? null : <Image className="live-card__picture" src={picture} mode="aspectFill" aria-hidden />}
        </View>
        <View className="live-card__words">
          <Text className="live-card__title" id="live-card-title">
            {card.title}
          </Text>
          <Text className="quiet">{open ? says.close : says.open}</Text>
        </View>
        <View className={`fold-arrow${open ? ' fold-arrow--open' : ''}`} />
      </View>
      <View className="live-card__whole">
        <Text className="live-card__head">{words.owner.preview.cardTitle}</Text>
        <ChatCard title={card.title} picture={picture} />
      </View>
    </View>
  );
}
