// What members write, on the campaign's page: a topic's answers, or the questions of a Q&A with the answers to one of them.
import { Text } from '@tarojs/components';
import { useCallback, useMemo, useState } from 'react';
import type { No } from '#app/features/call';
import { lockOf } from '#app/features/campaign/campaign-parts';
import { Composer } from '#app/features/content/composer.tsx';
import { leadOf, type TextRow } from '#app/features/content/content-parts';
import type { ContentPartProps } from '#app/features/content/quiz-part.tsx';
import { TextCard } from '#app/features/content/text-card.tsx';
import { createPaged } from '#app/features/paged';
import { PagedView } from '#app/features/paged-view.tsx';
import { phone, useAskNow, usePaged } from '#app/features/this-phone';
import { useWords } from '#app/i18n/use-words';
import { QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { EmptyState, Skeleton } from '#app/ui/states.tsx';
import type { ValueOf } from '#core/contract';

type Thread = ValueOf<'content.thread'>;
type QuestionKey = { readonly memberId: string; readonly slot: string };
type Head = Pick<Thread, 'open' | 'question' | 'mine'>;

function useThread(campaignId: string, question: QuestionKey | null) {
  const paged = useMemo(
    () =>
      createPaged<TextRow, Head>(async (cursor) => {
        const input = { communityId: phone.communities.current(), campaignId, ...(cursor === undefined ? {} : { cursor }) };
        const reply = await phone.caller.view('content.thread', question === null ? input : { ...input, question });
        if (!reply.ok) return reply as No;
        const { open, mine, posts } = reply.value;
        return { ok: true, items: posts, cursor: reply.value.cursor, head: { open, mine, question: reply.value.question } };
      }),
    [campaignId, question],
  );
  const ask = useCallback(() => void paged.refresh(), [paged]);
  useAskNow(ask);
  return { paged, state: usePaged(paged), ask };
}

interface ThreadProps extends ContentPartProps {
  readonly question: QuestionKey | null;
  readonly onOpen?: ((key: QuestionKey) => void) | undefined;
}

function ThreadView({ card, zone, onChange, question, onOpen }: ThreadProps) {
  const words = useWords();
  const { talk } = words.content;
  const { campaignId } = card;
  const { paged, state, ask } = useThread(campaignId, question);
  const { head } = state;
  const changed = () => {
    ask();
    onChange();
  };
  const isTopic = card.type === 'topic';
  const own = question === null && !isTopic ? undefined : head?.mine[0];
  const empty = isTopic ? talk.topicEmpty : question === null ? talk.questionsEmpty : talk.repliesEmpty;
  const label = isTopic ? (own ? talk.edit : talk.say) : question === null ? talk.ask : own ? talk.editReply : talk.reply;
  const isAsker = head?.question?.mine === true;
  const mayWrite = head?.open === true && lockOf(card) === null && !isAsker && own?.accepted !== true;
  // What others do not see is not in the list: its writer finds it above.
  const hidden = (head?.mine ?? []).filter((row) => row.state !== 'shown');
  const sorted = [...state.items].sort(
    (one, other) => Number(question !== null && other.accepted) - Number(question !== null && one.accepted),
  );
  if (head?.open === false) return <Text className="quiet">{talk.closed}</Text>;
  return (
    <>
      {head?.question == null ? null : <TextCard campaignId={campaignId} row={head.question} zone={zone} onChange={changed} />}
      {mayWrite ? (
        <Card>
          <Composer
            campaignId={campaignId}
            label={label}
            before={own?.text ?? ''}
            onWritten={changed}
            {...(question === null ? {} : { question })}
          />
        </Card>
      ) : null}
      {hidden.map((row) => (
        <TextCard key={row.slot} campaignId={campaignId} row={row} zone={zone} onChange={changed} />
      ))}
      <Text className="section-title">{isTopic ? talk.heading : question === null ? talk.questions : talk.replies}</Text>
      <PagedView
        state={{ ...state, items: sorted }}
        paged={paged}
        skeleton={<Skeleton shape="card" count={2} label={words.member.shared.loading} />}
        empty={<EmptyState id="nothing-said" text={empty} />}
      >
        {(rows) =>
          rows.map((row) => (
            <TextCard
              key={`${row.person.memberId}-${row.slot}`}
              campaignId={campaignId}
              row={row}
              zone={zone}
              onChange={changed}
              acceptable={isAsker && head?.question?.accepted === false}
              {...(question === null ? {} : { question })}
              {...(onOpen === undefined ? {} : { onOpen: () => onOpen({ memberId: row.person.memberId, slot: row.slot }) })}
            />
          ))
        }
      </PagedView>
    </>
  );
}

export function TalkPart(props: ContentPartProps) {
  const { card } = props;
  const { talk } = useWords().content;
  const [question, setQuestion] = useState<QuestionKey | null>(null);
  return (
    <>
      <Card id="talk-lead">
        <Text className="content-lead">{leadOf(card)}</Text>
      </Card>
      {question === null ? null : <QuietButton id="all-questions" text={talk.back} onTap={() => setQuestion(null)} />}
      <ThreadView
        key={question === null ? 'all' : `${question.memberId}.${question.slot}`}
        {...props}
        question={question}
        onOpen={card.type === 'question' && question === null ? setQuestion : undefined}
      />
    </>
  );
}
