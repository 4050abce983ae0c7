// A form of one name: in WeChat with the keyboard that offers the account's own nickname, in a browser a field like any other.
import type { ReactNode } from 'react';

export { NicknameForm } from '#app/ui/nickname-form.h5.tsx';

export interface NicknameFormProps {
  readonly label: string;
  readonly hint: string;
  readonly placeholder: string;
  readonly lengthMax: number;
  /** What stands in it at first. */
  readonly first: string;
  readonly saveText: string;
  readonly busy: boolean;
  /** What stands between the field and the button: what became of the last wish. */
  readonly children?: ReactNode;
  readonly onType: () => void;
  readonly onSave: (typed: string) => void;
}
