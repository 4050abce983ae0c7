// A notice on its campaign's page: the owner's letter, and the word that it was read.
import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { No } from '#app/features/call';
import { lockOf } from '#app/features/campaign/campaign-parts';
import { contentDeeds } from '#app/features/content/content-deeds';
import { paragraphsOf } from '#app/features/content/content-parts';
import type { ContentPartProps } from '#app/features/content/quiz-part.tsx';
import { NoNote } from '#app/features/no-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { DoneNote } from '#app/ui/states.tsx';

export function NoticePart({ card, onChange }: ContentPartProps) {
  const { notice } = useWords().content;
  const { busy } = useDeed(contentDeeds.read);
  const [no, setNo] = useState<No | null>(null);
  const read = async () => {
    setNo(null);
    const reply = await contentDeeds.read.run({ communityId: phone.communities.current(), campaignId: card.campaignId });
    if (reply !== null && !reply.ok) setNo(reply as No);
    onChange();
    void phone.home.refresh();
  };
  return (
    <Card id="notice-letter">
      {paragraphsOf(card).map((paragraph) => (
        <Text key={paragraph} className="letter">
          {paragraph}
        </Text>
      ))}
      {no === null ? null : <NoNote no={no} />}
      {card.mine.entry !== null ? <DoneNote id="notice-read" text={notice.read} /> : null}
      {card.mine.entry === null && lockOf(card) === null ? (
        <QuietButton id="notice-got" text={notice.got} busy={busy} onTap={() => void read()} />
      ) : null}
    </Card>
  );
}
