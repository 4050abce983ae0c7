// Putting a member out, and letting them back in: what changes is said before, and the reason is one that they read.
import { useState } from 'react';
import type { StoryWho } from '#app/features/membership/create-story';
import { NoNote } from '#app/features/no-view.tsx';
import { desk } from '#app/features/this-desk';
import { useDeed } from '#app/features/this-phone';
import { textProblem } from '#app/features/typed-text';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';
import { Choices } from '#app/ui/tag.tsx';

const reasons = ['advertising', 'harassing', 'cheating', 'rules', 'other'] as const;

const TEXT_MAX = 60;

export interface BlockingProps {
  /** Null while nothing is asked. */
  readonly person: StoryWho['person'] | null;
  readonly communityId: string;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

/** Puts somebody out, for one of a few reasons and with words besides. */
export function Blocking({ person, communityId, onDone, onClose }: BlockingProps) {
  const { owner } = useOwnersWords();
  const says = owner.block;
  const { busy, no } = useDeed(desk.block);
  const [reason, setReason] = useState<(typeof reasons)[number]>('advertising');
  const [typed, setTyped] = useState('');
  const name = person === null ? '' : owner.shared.person(person.name, person.tag);
  const run = async () => {
    if (person === null) return;
    const reply = await desk.block.run({ communityId, memberId: person.memberId, reason, text: typed.trim() });
    if (reply?.ok === true) onDone(says.done(name));
  };
  return (
    <ConfirmSheet
      id="block"
      open={person !== null}
      title={says.title(name)}
      effects={says.effects}
      confirmText={says.confirm}
      cancelText={owner.shared.cancel}
      busy={busy}
      disabled={textProblem(typed, reason === 'other' ? 1 : 0, TEXT_MAX) !== null}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <Choices
        id="block-reason"
        choices={reasons.map((value) => ({ value, text: says.reasons[value] }))}
        chosen={reason}
        onChoose={setReason}
      />
      <Field
        id="block-text"
        label={says.text}
        value={typed}
        placeholder={says.textExample}
        hint={says.textHint}
        lengthMax={TEXT_MAX}
        onChange={setTyped}
      />
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}

/** Lets somebody back in. */
export function Unblocking({ person, communityId, onDone, onClose }: BlockingProps) {
  const { owner } = useOwnersWords();
  const says = owner.block;
  const { busy, no } = useDeed(desk.unblock);
  const name = person === null ? '' : owner.shared.person(person.name, person.tag);
  const run = async () => {
    if (person === null) return;
    const reply = await desk.unblock.run({ communityId, memberId: person.memberId });
    if (reply?.ok === true) onDone(says.lifted(name));
  };
  return (
    <ConfirmSheet
      id="unblock"
      open={person !== null}
      title={says.liftTitle(name)}
      effects={says.liftEffects}
      confirmText={says.lift}
      cancelText={owner.shared.cancel}
      busy={busy}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}
