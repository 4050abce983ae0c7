// The form of a name in a browser.
import { useState } from 'react';
import { PrimaryButton } from '#app/ui/buttons.tsx';
import { Field } from '#app/ui/field.tsx';
import type { NicknameFormProps } from '#app/ui/nickname-form.tsx';

export function NicknameForm(props: NicknameFormProps) {
  const { label, hint, placeholder, lengthMax, first, saveText, busy, children, onType, onSave } = props;
  const [typed, setTyped] = useState(first);
  const type = (text: string) => {
    setTyped(text);
    onType();
  };
  return (
    <>
      <Field id="nickname" label={label} value={typed} onChange={type} hint={hint} placeholder={placeholder} lengthMax={lengthMax} />
      {children}
      <PrimaryButton id="save-nickname" text={saveText} busy={busy} onTap={() => onSave(typed)} />
    </>
  );
}
