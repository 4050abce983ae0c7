// A field of a form: its name, what is typed, the unit, and what is wrong with it in words.

import { Input } from '@nutui/nutui-react-taro';
import { Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import '@nutui/nutui-react-taro/dist/es/packages/input/style/css';
import { keysFor } from '#app/platform/number-keys';
import { FieldFoot, type FieldNotice } from '#app/ui/field-foot.tsx';
import './field.scss';

export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** yuan, points, days … */
  readonly unit?: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly notice?: FieldNotice | undefined;
  readonly placeholder?: string;
  readonly lengthMax?: number;
  /** number brings the digits up, digit those with a decimal point. */
  readonly keyboard?: 'text' | 'number' | 'digit';
  readonly disabled?: boolean;
  readonly large?: boolean;
  /** It is the next thing to type in: it has the keys from the beginning. */
  readonly focus?: boolean;
  /** Enter, or the key that a phone has for it, does what the button beside it does. */
  readonly onEnter?: () => void;
}

/** In a browser only a field that has been drawn can be given the keys. */
const DRAWN_MS = 100;

function useKeys(wanted: boolean): boolean {
  const [isDrawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!wanted) return;
    const timer = setTimeout(() => setDrawn(true), DRAWN_MS);
    return () => clearTimeout(timer);
  }, [wanted]);
  return wanted && isDrawn;
}

export function Field({
  id,
  label,
  value,
  onChange,
  unit,
  hint,
  problem,
  notice,
  // The widget's own would be Chinese in every language.
  placeholder = '',
  lengthMax,
  keyboard = 'text',
  disabled = false,
  large = false,
  focus = false,
  onEnter,
}: FieldProps) {
  const hasKeys = useKeys(focus);
  return (
    <View className={`field${problem === undefined ? '' : ' field--problem'}${large ? ' field--large' : ''}`}>
      <Text className="field__label">{label}</Text>
      <View className="field__box">
        <Input
          id={id}
          className="field__input"
          value={value}
          {...keysFor(keyboard)}
          disabled={disabled}
          {...(hasKeys ? { focus: true } : {})}
          {...(onEnter === undefined ? {} : { onConfirm: onEnter })}
          aria-label={label}
          placeholder={placeholder}
          {...(lengthMax === undefined ? {} : { maxLength: lengthMax })}
          onChange={(text: string) => onChange(text)}
        />
        {unit === undefined ? null : <Text className="field__unit">{unit}</Text>}
      </View>
      <FieldFoot id={id} hint={hint} problem={problem} notice={notice} />
    </View>
  );
}
