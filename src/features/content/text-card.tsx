// One text of a member: who wrote it, how it stands, and what the reader can do about it.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { No } from '#app/features/call';
import { contentDeeds } from '#app/features/content/content-deeds';
import type { TextRow } from '#app/features/content/content-parts';
import { NoNote } from '#app/features/no-view.tsx';
import { phone } from '#app/features/this-phone';
import { momentText } from '#app/features/when';
import { useWords } from '#app/i18n/use-words';
import { Avatar } from '#app/ui/avatar.tsx';
import { LinkButton, QuietButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import { DoneNote } from '#app/ui/states.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { InputOf } from '#core/contract';
import { moderationReasons } from '#core/rules/moderation/reasons';

export interface TextCardProps {
  readonly campaignId: string;
  readonly row: TextRow;
  readonly zone: string;
  readonly onChange: () => void;
  /** Opens the answers to a question. */
  readonly onOpen?: () => void;
  /** Accepts it, where the reader has asked and may. */
  readonly question?: { readonly slot: string };
  readonly acceptable?: boolean;
  /** What is known of it besides the words: of the report of a trial its stars, and that it is verified. */
  readonly note?: string;
}

type Asked = 'accept' | 'remove' | 'report' | null;

function Marks({ row, isQuestion }: { readonly row: TextRow; readonly isQuestion: boolean }) {
  const { content, owner } = useWords();
  const { talk } = content;
  return (
    <>
      {row.accepted ? <Tag text={isQuestion ? talk.answered : talk.accepted} tone="green" /> : null}
      {row.state === 'waiting' ? <Tag text={talk.waitingMark} tone="amber" /> : null}
      {row.state === 'refused' ? <Tag text={talk.refusedMark} tone="amber" /> : null}
      {row.refusal === null ? null : <Text className="quiet">{owner.reasons[row.refusal]}</Text>}
    </>
  );
}

/** Who wrote it, when, and how it stands. */
function Head({ row, zone, isQuestion }: { readonly row: TextRow; readonly zone: string; readonly isQuestion: boolean }) {
  const words = useWords();
  const { person } = row;
  return (
    <View className="said">
      <Avatar name={person.name} tag={person.tag} picture={person.avatar} />
      <View className="said__words">
        <Text className="quiet">{row.mine ? words.content.talk.mine : words.owner.shared.person(person.name, person.tag)}</Text>
        <Text className="quiet tabular">{momentText(words, row.at, zone)}</Text>
      </View>
      <Marks row={row} isQuestion={isQuestion} />
    </View>
  );
}

export function TextCard({ campaignId, row, zone, onChange, onOpen, question, acceptable = false, note }: TextCardProps) {
  const words = useWords();
  const { talk } = words.content;
  const { person, slot } = row;
  const [asked, setAsked] = useState<Asked>(null);
  const [no, setNo] = useState<No | null>(null);
  const [reported, setReported] = useState(false);
  const id = `${person.memberId}-${slot}`;
  const inCampaign = () => ({ communityId: phone.communities.current(), campaignId });
  const finish = (reply: { readonly ok: boolean } | null) => {
    if (reply === null) return false;
    setNo(reply.ok ? null : (reply as No));
    if (reply.ok) onChange();
    return reply.ok;
  };
  const remove = async () => {
    setAsked(null);
    finish(await contentDeeds.remove.run({ ...inCampaign(), slot }));
  };
  const accept = async () => {
    setAsked(null);
    if (question !== undefined) finish(await contentDeeds.accept.run({ ...inCampaign(), slot: question.slot, helperId: person.memberId }));
  };
  const report = async (reason: InputOf<'content.report'>['reason']) => {
    setAsked(null);
    setReported(finish(await contentDeeds.report.run({ ...inCampaign(), memberId: person.memberId, slot, reason })));
  };
  return (
    <Card id={`text-${id}`}>
      <Head row={row} zone={zone} isQuestion={onOpen !== undefined} />
      {note === undefined ? null : <Text className="strong">{note}</Text>}
      <Text className="said__text">{row.text}</Text>
      {no === null ? null : <NoNote no={no} />}
      {reported ? <DoneNote id={`reported-${id}`} text={talk.reported} /> : null}
      <View className="said__ways">
        {onOpen === undefined ? null : <LinkButton id={`open-${id}`} text={talk.open} onTap={onOpen} />}
        {acceptable ? <LinkButton id={`accept-${id}`} text={talk.accept} onTap={() => setAsked('accept')} /> : null}
        {row.mine ? (
          <LinkButton id={`take-back-${id}`} text={talk.takeBack} onTap={() => setAsked('remove')} />
        ) : (
          <LinkButton id={`report-${id}`} text={talk.report} onTap={() => setAsked('report')} />
        )}
      </View>
      <ConfirmSheet
        id={`sure-${id}`}
        open={asked === 'accept' || asked === 'remove'}
        title={asked === 'accept' ? talk.acceptTitle : talk.takeBackTitle}
        effects={asked === 'accept' ? talk.acceptEffect : talk.takeBackEffect}
        confirmText={asked === 'accept' ? talk.accept : talk.takeBack}
        cancelText={talk.cancel}
        busy={false}
        onConfirm={() => void (asked === 'accept' ? accept() : remove())}
        onClose={() => setAsked(null)}
      />
      <Sheet open={asked === 'report'} title={talk.reportTitle} onClose={() => setAsked(null)}>
        {moderationReasons.map((reason) => (
          <QuietButton key={reason} id={`report-${reason}`} text={words.owner.reasons[reason]} onTap={() => void report(reason)} />
        ))}
      </Sheet>
    </Card>
  );
}
