// Asks for a reason out of a few, with words besides, before somebody is told no: both are read by whom it is about.
import { useState } from 'react';
import { NoNote } from '#app/features/no-view.tsx';
import type { useDeed } from '#app/features/this-phone';
import { textProblem } from '#app/features/typed-text';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';
import { Choices } from '#app/ui/tag.tsx';

const TEXT_MAX = 60;

/** What is said on the sheet. */
export interface ReasonSheetWords<Reason extends string> {
  readonly title: string;
  readonly effects: readonly string[];
  readonly confirm: string;
  readonly reasons: Readonly<Record<Reason, string>>;
  /** Words such as might be written. */
  readonly example: string;
}

export interface ReasonSheetProps<Reason extends string> {
  readonly id: string;
  readonly open: boolean;
  readonly says: ReasonSheetWords<Reason>;
  /** In the order in which they are offered; the last one, `other`, needs words. */
  readonly reasons: readonly Reason[];
  readonly deed: ReturnType<typeof useDeed>;
  /** Does it; whether it was done, and the words may go. */
  readonly onConfirm: (reason: Reason, text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

export function ReasonSheet<Reason extends string>({ id, open, says, reasons, deed, onConfirm, onClose }: ReasonSheetProps<Reason>) {
  const { owner } = useOwnersWords();
  // None beforehand: it says something of a person, who reads it.
  const [reason, setReason] = useState<Reason | null>(null);
  const [typed, setTyped] = useState('');
  const run = async () => {
    if (reason === null || !(await onConfirm(reason, typed.trim()))) return;
    setReason(null);
    setTyped('');
  };
  const close = () => {
    setReason(null);
    onClose();
  };
  return (
    <ConfirmSheet
      id={id}
      open={open}
      title={says.title}
      effects={says.effects}
      confirmText={says.confirm}
      cancelText={owner.shared.cancel}
      busy={deed.busy}
      disabled={reason === null || textProblem(typed, reason === 'other' ? 1 : 0, TEXT_MAX) !== null}
      onConfirm={() => void run()}
      onClose={close}
    >
      <Choices
        id={`${id}-reason`}
        choices={reasons.map((value) => ({ value, text: says.reasons[value] }))}
        chosen={reason}
        onChoose={setReason}
      />
      <Field
        id={`${id}-text`}
        label={owner.block.text}
        value={typed}
        placeholder={says.example}
        hint={owner.block.textHint}
        lengthMax={TEXT_MAX}
        onChange={setTyped}
      />
      {deed.no === null ? null : <NoNote no={deed.no} />}
    </ConfirmSheet>
  );
}
