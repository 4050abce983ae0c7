// A field for a number: digits in any writing count, and what is no number is said at once and never half taken.
import { readWhole, readYuan } from '#app/features/typed-number';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { Field, type FieldProps } from '#app/ui/field.tsx';

export interface NumberFieldProps extends Omit<FieldProps, 'keyboard' | 'lengthMax'> {
  /** digit takes an amount in yuan, number a whole number. */
  readonly keyboard: 'number' | 'digit';
}

export function NumberField({ keyboard, value, problem, ...field }: NumberFieldProps) {
  const { fields } = useOwnersWords().owner;
  const typed = keyboard === 'digit' ? readYuan(value) : readWhole(value);
  const says = { not_money: fields.notMoney, too_precise: fields.tooPrecise, not_whole: fields.notWhole };
  const own = typed.kind === 'problem' ? says[typed.problem] : undefined;
  return <Field {...field} keyboard={keyboard} value={value} problem={problem ?? own} />;
}
