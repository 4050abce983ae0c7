// A field that holds a day: tapped, a sheet with the month's days comes up. Days are texts all the way, no zone can shift them.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import type { FieldNotice } from '#app/ui/field-foot.tsx';
import { PickFrame } from '#app/ui/pick-frame.tsx';
import { Sheet } from '#app/ui/sheet.tsx';
import { addDays, daysOfMonth, type Month, monthOf, weekStartOf } from '#core/values/day';
import './pick.scss';

export interface DayFieldProps {
  readonly id: string;
  readonly label: string;
  /** The day, or an empty text. */
  readonly value: string;
  /** The day as words. */
  readonly text: string;
  readonly hint?: string | undefined;
  readonly problem?: string | undefined;
  readonly notice?: FieldNotice | undefined;
  readonly placeholder: string;
  readonly today: string;
  /** The seven days of a week, Monday first, each in one or two characters. */
  readonly weekdays: readonly string[];
  readonly monthText: (month: Month) => string;
  readonly previousText: string;
  readonly nextText: string;
  readonly onChange: (on: string) => void;
}

function monthAfter(month: Month, step: 1 | -1): Month {
  return step === 1 ? monthOf(addDays(`${month}-28`, 4)) : monthOf(addDays(`${month}-01`, -1));
}

/** The days of a month in rows of a week; the days of other months are empty places. */
function placesOf(month: Month): readonly (string | null)[] {
  const days = daysOfMonth(month);
  const first = days[0] ?? `${month}-01`;
  const before: null[] = [];
  for (let on = weekStartOf(first); on < first; on = addDays(on, 1)) before.push(null);
  return [...before, ...days];
}

export function DayField(props: DayFieldProps) {
  const { id, label, value, text, hint, problem, notice, placeholder, today, weekdays, monthText, onChange } = props;
  const [open, setOpen] = useState(false);
  const [month, setMonth] = useState<Month>(monthOf(value === '' ? today : value));
  const show = () => {
    setMonth(monthOf(value === '' ? today : value));
    setOpen(true);
  };
  const choose = (on: string) => {
    setOpen(false);
    onChange(on);
  };
  return (
    <>
      <PickFrame id={id} label={label} text={text} placeholder={placeholder} hint={hint} problem={problem} notice={notice} onTap={show} />
      <Sheet open={open} title={label} onClose={() => setOpen(false)}>
        <View className="day-pick__head">
          <View
            id={`${id}-previous`}
            className="day-pick__turn"
            role="button"
            aria-label={props.previousText}
            onClick={() => setMonth(monthAfter(month, -1))}
          >
            <View className="day-pick__arrow day-pick__arrow--back" />
          </View>
          <Text className="day-pick__month">{monthText(month)}</Text>
          <View
            id={`${id}-next`}
            className="day-pick__turn"
            role="button"
            aria-label={props.nextText}
            onClick={() => setMonth(monthAfter(month, 1))}
          >
            <View className="day-pick__arrow" />
          </View>
        </View>
        <View className="day-pick__grid">
          {weekdays.map((weekday, index) => (
            <Text key={`weekday-${String(index)}`} className="day-pick__weekday">
              {weekday}
            </Text>
          ))}
          {placesOf(month).map((on, index) =>
            on === null ? (
              <View key={`none-${String(index)}`} className="day-pick__day" />
            ) : (
              <View
                key={on}
                id={`${id}-${on}`}
                className={`day-pick__day${on === value ? ' day-pick__day--chosen' : ''}${on === today ? ' day-pick__day--today' : ''}`}
                role="button"
                aria-label={on}
                onClick={() => choose(on)}
              >
                <Text>{String(Number(on.slice(8)))}</Text>
              </View>
            ),
          )}
        </View>
      </Sheet>
    </>
  );
}
