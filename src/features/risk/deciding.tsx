// What an owner can do about a review: say that nothing is wrong, hold something back for a time and say why, answer an appeal.
import { useState } from 'react';
import type { No } from '#app/features/call';
import { NoNote } from '#app/features/no-view.tsx';
import type { WholeReview } from '#app/features/risk/create-reviews';
import { desk } from '#app/features/this-desk';
import { useDeed } from '#app/features/this-phone';
import { textProblem } from '#app/features/typed-text';
import { dayText } from '#app/features/when';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';
import { Choices } from '#app/ui/tag.tsx';
import { Toggle } from '#app/ui/toggle.tsx';

/** What is asked about. */
export type Asked = 'clear' | 'restrict' | 'answer';

/** A sheet: of which member, and what comes after. */
export interface DecidingProps {
  readonly open: boolean;
  readonly communityId: string;
  readonly whole: WholeReview;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

const REASON = { min: 4, max: 80 } as const;
const days = ['7', '15', '30'] as const;

function noteOf(no: No | null) {
  return no === null ? null : <NoNote no={no} />;
}

/** Says that nothing is wrong, or ends what is held back before its day. */
export function Clearing({ open, communityId, whole: { person, review }, onDone, onClose }: DecidingProps) {
  const { owner } = useOwnersWords();
  const says = owner.reviews[review.state === 'restricted' ? 'lift' : 'clear'];
  const { busy, no } = useDeed(desk.reviews.decide);
  const run = async () => {
    const { memberId } = person;
    const reply = await desk.reviews.decide.run({ communityId, memberId, noticedAt: review.noticedAt, restriction: null });
    if (reply?.ok === true) onDone(says.done);
  };
  return (
    <ConfirmSheet
      id="clear-review"
      open={open}
      title={says.title}
      effects={owner.reviews.clear.effects}
      confirmText={says.confirm}
      cancelText={owner.shared.cancel}
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {noteOf(no)}
    </ConfirmSheet>
  );
}

/** Holds something back for a time. */
export function Restricting({ open, communityId, whole: { person, review }, onDone, onClose }: DecidingProps) {
  const words = useOwnersWords();
  const { owner } = words;
  const says = owner.reviews.restrict;
  const { busy, no } = useDeed(desk.reviews.decide);
  const [boards, setBoards] = useState(true);
  const [invites, setInvites] = useState(true);
  const [long, setLong] = useState<(typeof days)[number]>('7');
  const [typed, setTyped] = useState('');
  const run = async () => {
    const restriction = { boards, invites, days: Number(long) as 7 | 15 | 30, text: typed.trim() };
    const reply = await desk.reviews.decide.run({ communityId, memberId: person.memberId, noticedAt: review.noticedAt, restriction });
    if (reply?.ok === true) onDone(says.done(dayText(words, reply.value.untilOn ?? '')));
  };
  return (
    <ConfirmSheet
      id="restrict"
      open={open}
      title={says.title}
      effects={says.effects}
      confirmText={says.confirm}
      cancelText={owner.shared.cancel}
      busy={busy}
      disabled={textProblem(typed, REASON.min, REASON.max) !== null || !(boards || invites)}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <Toggle id="restrict-boards" label={says.boards} hint={says.boardsHint} on={boards} onChange={setBoards} />
      <Toggle id="restrict-invites" label={says.invites} hint={says.invitesHint} on={invites} onChange={setInvites} />
      <Choices
        id="restrict-days"
        choices={days.map((value) => ({ value, text: words.formats.days(Number(value)) }))}
        chosen={long}
        onChoose={setLong}
      />
      <Field
        id="restrict-reason"
        label={says.reason}
        value={typed}
        placeholder={says.reasonExample}
        hint={says.reasonHint}
        lengthMax={REASON.max}
        onChange={setTyped}
      />
      {noteOf(no)}
    </ConfirmSheet>
  );
}

/** Answers an appeal. */
export function Answering({ open, communityId, whole: { person, review }, onDone, onClose }: DecidingProps) {
  const { owner } = useOwnersWords();
  const says = owner.reviews.appeal;
  const isOut = review.state === 'blocked';
  const { busy, no } = useDeed(desk.reviews.answer);
  const [typed, setTyped] = useState('');
  const [lifted, setLifted] = useState(false);
  const run = async () => {
    const reply = await desk.reviews.answer.run({ communityId, memberId: person.memberId, text: typed.trim(), lifted });
    if (reply?.ok === true) onDone(says.done);
  };
  return (
    <ConfirmSheet
      id="answer-appeal"
      open={open}
      title={isOut ? owner.block.answerTitle : says.open}
      effects={isOut ? owner.block.answerEffects : says.effects}
      confirmText={says.confirm}
      cancelText={owner.shared.cancel}
      busy={busy}
      disabled={textProblem(typed, 2, REASON.max) !== null}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <Field id="appeal-answer" label={says.label} value={typed} placeholder={says.example} lengthMax={REASON.max} onChange={setTyped} />
      <Toggle id="appeal-lifted" label={isOut ? owner.block.answerLifts : says.lifted} on={lifted} onChange={setLifted} />
      {noteOf(no)}
    </ConfirmSheet>
  );
}
