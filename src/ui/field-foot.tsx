// The line under a field: what is wrong with what it holds, or else what would help to fill it in.
import { Text } from '@tarojs/components';
import './field.scss';

export interface FieldFootProps {
  /** The field's id; the problem's begins with it. */
  readonly id: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
}

export function FieldFoot({ id, hint, problem }: FieldFootProps) {
  if (problem === undefined) return hint === undefined ? null : <Text className="field__hint">{hint}</Text>;
  return (
    <Text id={`${id}-problem`} className="field__problem">
      {problem}
    </Text>
  );
}
