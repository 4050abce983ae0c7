// A day's field with the words of the language.
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { DayField } from '#app/ui/day-field.tsx';
import type { FieldNotice } from '#app/ui/field-foot.tsx';

export interface DayInputProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly notice?: FieldNotice | undefined;
  readonly today: string;
  readonly onChange: (on: string) => void;
}

export function DayInput({ value, ...props }: DayInputProps) {
  const { formats, member, owner } = useOwnersWords();
  return (
    <DayField
      {...props}
      value={value}
      text={value === '' ? '' : `${formats.fullDay(value)} ${formats.weekday(value)}`}
      placeholder={owner.editor.pickDay}
      weekdays={member.calendar.weekdays}
      monthText={formats.month}
      previousText={member.calendar.previous}
      nextText={member.calendar.next}
    />
  );
}
