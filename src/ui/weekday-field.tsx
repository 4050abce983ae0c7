// Which weekdays: seven marks in a row that are each on or off, and what is chosen in words.
import { Text, View } from '@tarojs/components';
import { FieldFoot, type FieldNotice } from '#app/ui/field-foot.tsx';
import './field.scss';
import './weekday-field.scss';

export interface WeekdayFieldProps {
  readonly id: string;
  readonly label: string;
  /** The names of the weekdays from Monday on. */
  readonly names: readonly string[];
  /** The chosen ones, Monday 0 to Sunday 6. */
  readonly chosen: readonly number[];
  /** How many may be chosen. */
  readonly max: number;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly notice?: FieldNotice | undefined;
  readonly onChange: (chosen: readonly number[]) => void;
}

export function WeekdayField({ id, label, names, chosen, max, hint, problem, notice, onChange }: WeekdayFieldProps) {
  return (
    <View id={id} className={`field${problem === undefined ? '' : ' field--problem'}`}>
      <Text className="field__label">{label}</Text>
      <View className="weekday-field" role="group" aria-label={label}>
        {names.map((name, weekday) => {
          const isOn = chosen.includes(weekday);
          const isFull = !isOn && chosen.length >= max;
          return (
            <View
              key={name}
              id={`${id}-${weekday}`}
              className={`weekday-field__day${isOn ? ' weekday-field__day--on' : ''}${isFull ? ' weekday-field__day--full' : ''}`}
              role="checkbox"
              aria-checked={isOn}
              aria-disabled={isFull}
              aria-label={name}
              onClick={() => {
                if (!isFull) onChange(isOn ? chosen.filter((other) => other !== weekday) : [...chosen, weekday]);
              }}
            >
              <Text>{name}</Text>
            </View>
          );
        })}
      </View>
      <FieldFoot id={id} hint={hint} problem={problem} notice={notice} />
    </View>
  );
}
