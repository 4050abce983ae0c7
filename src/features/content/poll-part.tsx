// A poll on its campaign's page: the options, then the counts, and the way to change one's vote where that may be.
import { Text } from '@tarojs/components';
import { useState } from 'react';
import type { No } from '#app/features/call';
import { type CampaignCard, lockOf, numberOf, textOf } from '#app/features/campaign/campaign-parts';
import { contentDeeds } from '#app/features/content/content-deeds';
import { optionsOf, percentsOf, withChoice } from '#app/features/content/content-parts';
import { Bars, Options } from '#app/features/content/options.tsx';
import type { ContentPartProps } from '#app/features/content/quiz-part.tsx';
import { useResults } from '#app/features/content/use-results';
import { NoNote } from '#app/features/no-view.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { Skeleton } from '#app/ui/states.tsx';

function PollResults({ card, onWish }: { readonly card: CampaignCard; readonly onWish: ((chosen: readonly number[]) => void) | null }) {
  const words = useWords();
  const { poll } = words.content;
  const { state, ask } = useResults(card.campaignId);
  return (
    <ResourceView state={state} skeleton={<Skeleton shape="card" label={words.member.shared.loading} />} onRetry={ask}>
      {({ total, counts, chosen }) => {
        const percents = percentsOf(counts, total);
        const bars = optionsOf(card).map((text, index) => {
          const votes = counts[index] ?? 0;
          const percent = percents[index] ?? 0;
          return { text, note: poll.votes(votes, percent), percent, mark: chosen.includes(index + 1) ? poll.yours : null };
        });
        return (
          <Card id="poll-results">
            <Text className="content-lead">{textOf(card, 'question')}</Text>
            <Bars id="poll-bars" bars={bars} />
            <Text className="quiet">{poll.total(total)}</Text>
            {onWish === null || chosen.length === 0 ? null : (
              <QuietButton id="poll-change" text={poll.change} onTap={() => onWish(chosen)} />
            )}
          </Card>
        );
      }}
    </ResourceView>
  );
}

export function PollPart({ card, onChange }: ContentPartProps) {
  const { poll } = useWords().content;
  const { busy } = useDeed(contentDeeds.answer);
  const [chosen, setChosen] = useState<readonly number[]>([]);
  const [voted, setVoted] = useState(false);
  const [changing, setChanging] = useState(false);
  const [no, setNo] = useState<No | null>(null);
  const locked = lockOf(card);
  const max = numberOf(card, 'choicesMax');
  const vote = async () => {
    setNo(null);
    const input = { communityId: phone.communities.current(), campaignId: card.campaignId, chosen: [...chosen] };
    const reply = await contentDeeds.answer.run(input);
    if (reply === null) return;
    if (!reply.ok && reply.code !== 'already_answered') return setNo(reply as No);
    setVoted(true);
    setChanging(false);
    onChange();
    void phone.home.refresh();
  };
  const isAnswered = voted || card.mine.entry !== null;
  if (!changing && (isAnswered || locked?.code === 'campaign_ended')) {
    const wish = (before: readonly number[]) => {
      setChosen(before);
      setChanging(true);
    };
    return <PollResults card={card} onWish={locked === null && numberOf(card, 'changeable') === 1 ? wish : null} />;
  }
  return (
    <Card id="poll-question">
      <Text className="content-lead">{textOf(card, 'question')}</Text>
      <Text className="quiet">{poll.choose(max)}</Text>
      <Options
        id="poll-option"
        options={optionsOf(card)}
        chosen={chosen}
        several={max > 1}
        onChoose={(option) => {
          if (locked === null) setChosen(withChoice(chosen, option, max));
        }}
      />
      {no === null ? null : <NoNote no={no} />}
      {locked !== null ? null : (
        <PrimaryButton id="poll-send" text={poll.send} busy={busy} disabled={chosen.length === 0} onTap={() => void vote()} />
      )}
      {changing ? <QuietButton id="poll-keep" text={poll.keep} onTap={() => setChanging(false)} /> : null}
    </Card>
  );
}
