// Turning a newcomer down, for one of a few reasons and with words besides, which they read.
import { useState } from 'react';
import type { Applicant } from '#app/features/community/create-door';
import { NoNote } from '#app/features/no-view.tsx';
import { desk } from '#app/features/this-desk';
import { useDeed } from '#app/features/this-phone';
import { textProblem } from '#app/features/typed-text';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';
import { Choices } from '#app/ui/tag.tsx';

const reasons = ['not_ours', 'answers', 'full', 'other'] as const;

const TEXT_MAX = 60;

export interface TurningDownProps {
  /** Null while nothing is asked. */
  readonly applicant: Applicant | null;
  readonly communityId: string;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
}

export function TurningDown({ applicant, communityId, onDone, onClose }: TurningDownProps) {
  const { owner } = useOwnersWords();
  const says = owner.door;
  const { busy, no } = useDeed(desk.door.admit);
  const [reason, setReason] = useState<(typeof reasons)[number]>('not_ours');
  const [typed, setTyped] = useState('');
  const name = applicant === null ? '' : owner.shared.person(applicant.person.name, applicant.person.tag);
  const run = async () => {
    if (applicant === null) return;
    const { person, askedAt } = applicant;
    const refusal = { reason, text: typed.trim() };
    const reply = await desk.door.admit.run({ communityId, memberId: person.memberId, askedAt, refusal });
    if (reply?.ok !== true) return;
    setTyped('');
    onDone(says.turnedDown(name));
  };
  return (
    <ConfirmSheet
      id="turn-down"
      open={applicant !== null}
      title={says.turnDownTitle(name)}
      effects={says.turnDownEffects}
      confirmText={says.turnDown}
      cancelText={owner.shared.cancel}
      busy={busy}
      disabled={textProblem(typed, reason === 'other' ? 1 : 0, TEXT_MAX) !== null}
      onConfirm={() => void run()}
      onClose={onClose}
    >
      <Choices
        id="turn-down-reason"
        choices={reasons.map((value) => ({ value, text: says.reasons[value] }))}
        chosen={reason}
        onChoose={setReason}
      />
      <Field
        id="turn-down-text"
        label={owner.block.text}
        value={typed}
        placeholder={says.turnDownExample}
        hint={owner.block.textHint}
        lengthMax={TEXT_MAX}
        onChange={setTyped}
      />
      {no === null ? null : <NoNote no={no} />}
    </ConfirmSheet>
  );
}
