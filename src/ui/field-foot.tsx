// The lines under a field: what is wrong with what it holds, or else what would help to fill it in and what to look at again.
import { Text, View } from '@tarojs/components';
import './field.scss';

/** What to look at again, while nothing is wrong with it. */
export interface FieldNotice {
  readonly text: string;
  /** Whether it cannot stay. */
  readonly isGrave: boolean;
  /** On what ground it is said, where it is a rule's. */
  readonly basis?: string;
}

export interface FieldFootProps {
  /** The field's id; the problem's begins with it. */
  readonly id: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly notice?: FieldNotice | undefined;
}

export function FieldFoot({ id, hint, problem, notice }: FieldFootProps) {
  if (problem !== undefined) {
    return (
      <Text id={`${id}-problem`} className="field__problem">
        {problem}
      </Text>
    );
  }
  return (
    <>
      {hint === undefined ? null : <Text className="field__hint">{hint}</Text>}
      {notice === undefined ? null : (
        <View id={`${id}-notice`} className={`field__notice${notice.isGrave ? ' field__notice--grave' : ''}`}>
          <Text>{notice.text}</Text>
          {notice.basis === undefined ? null : <Text className="field__basis">{notice.basis}</Text>}
        </View>
      )}
    </>
  );
}
