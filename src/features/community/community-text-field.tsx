// One of the texts by which an owner says what a community is, with what is wrong with it in words.
import { type TextName, textLimits } from '#app/features/community/community-texts';
import { sayTextProblem } from '#app/features/say-text-problem';
import type { TextProblem } from '#app/features/typed-text';
import { useWords } from '#app/i18n/use-words';
import { Field } from '#app/ui/field.tsx';

export interface CommunityTextFieldProps {
  readonly name: TextName;
  readonly value: string;
  readonly problem: TextProblem | undefined;
  readonly label: string;
  readonly example: string;
  readonly hint?: string;
  readonly onType: (text: string) => void;
}

export function CommunityTextField({ name, value, problem, label, example, hint, onType }: CommunityTextFieldProps) {
  const words = useWords();
  return (
    <Field
      id={`community-${name}`}
      label={label}
      value={value}
      placeholder={example}
      lengthMax={textLimits[name][1]}
      problem={problem === undefined ? undefined : sayTextProblem(words, problem)}
      onChange={onType}
      {...(hint === undefined ? {} : { hint })}
    />
  );
}
