// The tap that makes a visitor a member: at once, after a few answers, or once the owner has said yes.
import { Text } from '@tarojs/components';
import { useState } from 'react';
import { joinHere } from '#app/features/community/join-here';
import { NoNote } from '#app/features/no-view.tsx';
import { sayTextProblem } from '#app/features/say-text-problem';
import { phone, useDeed } from '#app/features/this-phone';
import { textProblem } from '#app/features/typed-text';
import { useWords } from '#app/i18n/use-words';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import { TextArea } from '#app/ui/text-area.tsx';
import type { ValueOf } from '#core/contract';

const ANSWER_MAX = 200;

type Joining = ValueOf<'community.home'>['community']['joining'];

export interface JoinButtonProps {
  /** How people come in here; undefined where one tap does. */
  readonly joining: Joining;
  readonly onJoined: () => void;
}

interface QuestionsProps extends Required<Pick<JoinButtonProps, 'onJoined'>> {
  readonly joining: NonNullable<Joining>;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What the owner asks, with room for the answers; what is typed stays whatever the server says. */
function Questions({ joining: { approval, questions }, open, onClose, onJoined }: QuestionsProps) {
  const words = useWords();
  const says = words.member.joining;
  const { busy, no } = useDeed(phone.join);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [tried, setTried] = useState(false);
  const answers = questions.map((question) => ({ question, text: (typed[question] ?? '').trim() }));
  const problemOf = (text: string) => (tried ? textProblem(text, 1, ANSWER_MAX) : null);
  const send = async () => {
    setTried(true);
    if (answers.some(({ text }) => textProblem(text, 1, ANSWER_MAX) !== null)) return;
    if (await joinHere(answers, onJoined)) onClose();
  };
  return (
    <Sheet open={open} title={says.sheetTitle} onClose={onClose}>
      <Text className="quiet">{says.sheetHint}</Text>
      {answers.map(({ question, text }, index) => {
        const problem = problemOf(text);
        return (
          <TextArea
            key={question}
            id={`join-answer-${String(index + 1)}`}
            label={question}
            value={typed[question] ?? ''}
            lengthMax={ANSWER_MAX}
            counted={says.length(text.length, ANSWER_MAX)}
            problem={problem === null ? undefined : sayTextProblem(words, problem)}
            onChange={(value) => setTyped({ ...typed, [question]: value })}
          />
        );
      })}
      {no === null ? null : <NoNote no={no} />}
      <PrimaryButton id="send-answers" text={approval ? says.send : says.sendAnswers} busy={busy} onTap={() => void send()} />
    </Sheet>
  );
}

export function JoinButton({ joining, onJoined }: JoinButtonProps) {
  const { home, joining: says } = useWords().member;
  const { busy, no } = useDeed(phone.join);
  const [open, setOpen] = useState(false);
  const isAsked = joining !== undefined && joining.questions.length > 0;
  const text = joining === undefined ? home.join : joining.approval ? says.joinApproval : says.joinAsked;
  const close = () => {
    setOpen(false);
    phone.join.dismiss();
  };
  return (
    <>
      {no === null || open ? null : <NoNote no={no} />}
      <PrimaryButton id="join" text={text} busy={busy && !open} onTap={() => (isAsked ? setOpen(true) : void joinHere([], onJoined))} />
      {isAsked ? <Questions joining={joining} open={open} onClose={close} onJoined={onJoined} /> : null}
    </>
  );
}
