// What a campaign around content shows and lets do on its own page, by its type; before joining, what it is about.
import { Text } from '@tarojs/components';
import { type CampaignCard, hasJoined, type Me } from '#app/features/campaign/campaign-parts';
import { leadOf } from '#app/features/content/content-parts';
import { NoticePart } from '#app/features/content/notice-part.tsx';
import { PollPart } from '#app/features/content/poll-part.tsx';
import { QuizPart } from '#app/features/content/quiz-part.tsx';
import { TalkPart } from '#app/features/content/talk-part.tsx';
import { Card } from '#app/ui/card.tsx';

export interface ContentProps {
  readonly card: CampaignCard;
  readonly me: Me;
  readonly zone: string;
  readonly onChange: () => void;
}

export function ContentPart({ card, me, zone, onChange }: ContentProps) {
  if (card.type === 'notice') return <NoticePart card={card} zone={zone} onChange={onChange} />;
  if (!hasJoined(me) || card.state === 'draft') {
    return (
      <Card id="content-lead">
        <Text className="content-lead">{leadOf(card)}</Text>
      </Card>
    );
  }
  if (card.type === 'quiz') return <QuizPart card={card} zone={zone} onChange={onChange} />;
  if (card.type === 'poll') return <PollPart card={card} zone={zone} onChange={onChange} />;
  return <TalkPart card={card} zone={zone} onChange={onChange} />;
}
