// A field that holds one of a few things: tapped, they come up in a sheet.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { FieldNotice } from '#app/ui/field-foot.tsx';
import { PickFrame } from '#app/ui/pick-frame.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import './pick.scss';

export interface FieldChoice {
  readonly value: string;
  readonly text: string;
}

export interface ChoiceFieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly choices: readonly FieldChoice[];
  /** What stands there until something is chosen. */
  readonly placeholder?: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly notice?: FieldNotice | undefined;
  readonly onChange: (value: string) => void;
}

export function ChoiceField({ id, label, value, choices, placeholder = '', hint, problem, notice, onChange }: ChoiceFieldProps) {
  const [open, setOpen] = useState(false);
  const chosen = choices.find((choice) => choice.value === value);
  return (
    <>
      <PickFrame
        id={id}
        label={label}
        text={chosen?.text ?? ''}
        placeholder={placeholder}
        hint={hint}
        problem={problem}
        notice={notice}
        onTap={() => setOpen(true)}
      />
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <View role="listbox">
          {choices.map((choice, index) => (
            <View
              key={choice.value}
              id={`${id}-${String(index)}`}
              className={`choice-pick__row${choice.value === value ? ' choice-pick__row--on' : ''}`}
              role="option"
              aria-selected={choice.value === value}
              hoverClass="card--pressed"
              onClick={() => {
                setOpen(false);
                onChange(choice.value);
              }}
            >
              <Text className="choice-pick__text">{choice.text}</Text>
              {choice.value === value ? <View className="choice-pick__tick" /> : null}
            </View>
          ))}
        </View>
      </Sheet>
    </>
  );
}
