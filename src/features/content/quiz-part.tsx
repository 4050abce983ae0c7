// A quiz on its campaign's page: one question at a time, sent once, then the score with the right answers; what is not sent yet is kept.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { No } from '#app/features/call';
import { type CampaignCard, lockOf, numberOf } from '#app/features/campaign/campaign-parts';
import { contentDeeds } from '#app/features/content/content-deeds';
import { percentOf, type Question, questionsOf, type Results, readChosen } from '#app/features/content/content-parts';
import { Bars, Options } from '#app/features/content/options.tsx';
import { useResults } from '#app/features/content/use-results';
import { NoNote } from '#app/features/no-view.tsx';
import { ResourceView } from '#app/features/resource-view.tsx';
import { phone, useDeed } from '#app/features/this-phone';
import { useUnsent } from '#app/features/unsent';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { DoneNote, Skeleton } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { ValueOf } from '#core/contract';

type Outcome = ValueOf<'content.answer'>;

export interface ContentPartProps {
  readonly card: CampaignCard;
  readonly zone: string;
  readonly onChange: () => void;
}

function Answered({ question, index, results }: { readonly question: Question; readonly index: number; readonly results: Results }) {
  const { quiz } = useWords().content;
  const right = results.right?.[index];
  const chosen = results.chosen[index];
  return (
    <View className="answered">
      <Text className="strong">{question.question}</Text>
      {question.options.map((option, at) => (
        <View key={option} className="answered__option">
          <Text className="answered__text">{option}</Text>
          {right === at + 1 ? <Tag text={quiz.right} tone="green" /> : null}
          {chosen === at + 1 ? <Tag text={quiz.yours} tone={right === chosen ? 'green' : 'amber'} /> : null}
        </View>
      ))}
    </View>
  );
}

function QuizResults({ card, outcome }: { readonly card: CampaignCard; readonly outcome: Outcome | null }) {
  const words = useWords();
  const { quiz } = words.content;
  const { state, ask } = useResults(card.campaignId);
  const questions = questionsOf(card);
  return (
    <ResourceView state={state} skeleton={<Skeleton shape="card" label={words.member.shared.loading} />} onRetry={ask}>
      {(results) => {
        const right = questions.filter((_question, index) => results.right?.[index] === results.chosen[index]).length;
        const bars = results.counts.map((people, score) => ({
          text: quiz.scoreRow(score),
          note: words.formats.people(people),
          percent: percentOf(people, results.total),
          mark: results.chosen.length > 0 && score === right ? quiz.me : null,
        }));
        return (
          <Card id="quiz-results" title={results.chosen.length === 0 ? quiz.scores(results.total) : quiz.score(right, questions.length)}>
            {outcome === null || outcome.pointsEarned === 0 ? null : <DoneNote id="quiz-earned" text={quiz.earned(outcome.pointsEarned)} />}
            {outcome?.budgetGone === true ? <Text className="quiet">{quiz.budgetGone}</Text> : null}
            {questions.map((question, index) => (
              <Answered key={question.question} question={question} index={index} results={results} />
            ))}
            {results.chosen.length === 0 ? null : <Text className="quiet">{quiz.scores(results.total)}</Text>}
            <Bars id="quiz-scores" bars={bars} />
          </Card>
        );
      }}
    </ResourceView>
  );
}

function QuizSteps({ card, onAnswered }: { readonly card: CampaignCard; readonly onAnswered: (outcome: Outcome | null) => void }) {
  const { quiz } = useWords().content;
  const { busy } = useDeed(contentDeeds.answer);
  const questions = questionsOf(card);
  const [kept, setKept] = useUnsent(`quiz.${card.campaignId}`);
  const chosen = readChosen(kept, questions);
  // Whoever comes back finds the question that they answered last.
  const [at, setAt] = useState(Math.max(0, chosen.length - 1));
  const [no, setNo] = useState<No | null>(null);
  const question = questions[at];
  const isLast = at === questions.length - 1;
  const choice = chosen[at] ?? 0;
  const send = async () => {
    setNo(null);
    const input = { communityId: phone.communities.current(), campaignId: card.campaignId, chosen: [...chosen] };
    const reply = await contentDeeds.answer.run(input);
    if (reply === null) return;
    if (!reply.ok && reply.code !== 'already_answered') return setNo(reply as No);
    setKept(null);
    onAnswered(reply.ok ? reply.value : null);
  };
  if (question === undefined) return null;
  return (
    <Card id="quiz-step" title={quiz.step(at + 1, questions.length)}>
      <Text className="content-lead">{question.question}</Text>
      <Options
        id="quiz-option"
        options={question.options}
        chosen={choice === 0 ? [] : [choice]}
        several={false}
        onChoose={(option) => setKept([...chosen.slice(0, at), option, ...chosen.slice(at + 1)].join(','))}
      />
      {no === null ? null : <NoNote no={no} />}
      {isLast ? <Text className="quiet">{quiz.sendHint}</Text> : null}
      {isLast ? (
        <PrimaryButton id="quiz-send" text={quiz.send} busy={busy} disabled={choice === 0} onTap={() => void send()} />
      ) : (
        <PrimaryButton id="quiz-next" text={quiz.next} disabled={choice === 0} onTap={() => setAt(at + 1)} />
      )}
      {at === 0 ? null : <QuietButton id="quiz-back" text={quiz.back} onTap={() => setAt(at - 1)} />}
    </Card>
  );
}

export function QuizPart({ card, onChange }: ContentPartProps) {
  const { quiz } = useWords().content;
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [answered, setAnswered] = useState(false);
  const locked = lockOf(card);
  const points = numberOf(card, 'rewarded') === 1 ? numberOf(card, 'pointsPerRight') : 0;
  const worth = <Text className="strong">{points === 0 ? quiz.noWorth : quiz.worth(points)}</Text>;
  if (answered || card.mine.entry !== null || locked?.code === 'campaign_ended') return <QuizResults card={card} outcome={outcome} />;
  if (locked !== null) return worth;
  const finish = (value: Outcome | null) => {
    setOutcome(value);
    setAnswered(true);
    onChange();
    void phone.home.refresh();
  };
  return (
    <>
      {worth}
      <QuizSteps card={card} onAnswered={finish} />
    </>
  );
}
