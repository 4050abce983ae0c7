// A field that is tapped and not typed into: its name, what is chosen, and what is wrong with it.
import { Text, View } from '@tarojs/components';
import { FieldFoot, type FieldNotice } from '#app/ui/field-foot.tsx';
import './field.scss';
import './pick.scss';

export interface PickFrameProps {
  readonly id: string;
  readonly label: string;
  readonly text: string;
  readonly placeholder: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly notice?: FieldNotice | undefined;
  readonly onTap: () => void;
}

export function PickFrame({ id, label, text, placeholder, hint, problem, notice, onTap }: PickFrameProps) {
  const shown = text === '' ? placeholder : text;
  return (
    <View className={`field${problem === undefined ? '' : ' field--problem'}`}>
      <Text className="field__label">{label}</Text>
      <View id={id} className="field__box pick" role="button" aria-label={`${label} ${shown}`} hoverClass="card--pressed" onClick={onTap}>
        <Text className={`pick__text${text === '' ? ' pick__text--empty' : ''}`}>{shown}</Text>
        <View className="pick__arrow" />
      </View>
      <FieldFoot id={id} hint={hint} problem={problem} notice={notice} />
    </View>
  );
}
