// Asks for a few words before something is done, and does it with them: why it is taken back, or how it was made good.
import { useState } from 'react';
import type { No } from '#app/features/call';
import { NoNote } from '#app/features/no-view.tsx';
import { textProblem } from '#app/features/typed-text';
import { useWords } from '#app/i18n/use-words';
import { ConfirmSheet } from '#app/ui/confirm-sheet.tsx';
import { Field } from '#app/ui/field.tsx';

/** Words that say less than this say nothing. */
const LENGTH_MIN = 2;

/** What the sheet says. */
export interface WordsSheetText {
  readonly title: string;
  /** What it does, one line each. */
  readonly effects: readonly string[];
  readonly confirm: string;
  readonly label: string;
  readonly example: string;
  /** What is good to know of the words; how many they must be, unless told. */
  readonly hint?: string;
}

export interface WordsSheetProps {
  readonly id: string;
  /** Null while nothing is asked. */
  readonly says: WordsSheetText | null;
  readonly lengthMax: number;
  readonly deed: { readonly busy: boolean; readonly no: No | null };
  /** Does it; answers whether it has worked: then the words are gone. */
  readonly run: (words: string) => Promise<boolean>;
  readonly onClose: () => void;
}

export function WordsSheet({ id, says, lengthMax, deed, run, onClose }: WordsSheetProps) {
  const { owner } = useWords();
  const [typed, setTyped] = useState('');
  const confirm = async () => {
    if (await run(typed.trim())) setTyped('');
  };
  return (
    <ConfirmSheet
      id={id}
      open={says !== null}
      title={says?.title ?? ''}
      effects={says?.effects ?? []}
      confirmText={says?.confirm ?? ''}
      cancelText={owner.shared.cancel}
      busy={deed.busy}
      disabled={textProblem(typed, LENGTH_MIN, lengthMax) !== null}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <Field
        id={`${id}-reason`}
        label={says?.label ?? ''}
        value={typed}
        placeholder={says?.example ?? ''}
        hint={says?.hint ?? owner.fields.tooShort(LENGTH_MIN)}
        lengthMax={lengthMax}
        onChange={setTyped}
      />
      {deed.no === null ? null : <NoNote no={deed.no} />}
    </ConfirmSheet>
  );
}
