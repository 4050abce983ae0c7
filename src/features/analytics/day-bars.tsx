// The last two weeks of check-ins as bars, this week beside the one before, and every day's numbers as a table.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { Card } from '#app/ui/card.tsx';
import type { ValueOf } from '#core/contract';
import './day-bars.scss';

type Days = ValueOf<'analytics.days'>['days'];

/** A week, so that each weekday stands beside itself. */
const WEEK = 7;

/** A young community has fewer days; they stand at the right, where the others will, too. */
const DAYS = 2 * WEEK;

const columns = ['entered', 'joined', 'checkedIn', 'claimed', 'redeemed'] as const;

function sum(days: Days): number {
  return days.reduce((total, { checkedIn }) => total + checkedIn, 0);
}

function DayTable({ days }: { readonly days: Days }) {
  const { owner, formats } = useWords();
  const says = owner.console;
  return (
    <View className="day-table" id="day-table" role="table">
      <View className="day-table__row day-table__row--head" role="row">
        <View className="day-table__day" role="columnheader">
          <Text>{says.days.day}</Text>
        </View>
        {columns.map((column) => (
          <View key={column} className="day-table__number" role="columnheader">
            <Text>{says.counts[column]}</Text>
          </View>
        ))}
      </View>
      {[...days].reverse().map((day) => (
        <View key={day.on} id={`day-${day.on}`} className="day-table__row" role="row">
          <View className="day-table__day" role="rowheader">
            <Text>{`${formats.day(day.on)} ${formats.weekday(day.on)}`}</Text>
          </View>
          {columns.map((column) => (
            <View key={column} className="day-table__number" role="cell">
              <Text>{formats.count(day[column])}</Text>
            </View>
          ))}
        </View>
      ))}
    </View>
  );
}

/** Finished days only: today is still being counted, above. */
export function DayBars({ days }: { readonly days: Days }) {
  const { owner, formats } = useWords();
  const says = owner.console.days;
  const [open, setOpen] = useState(false);
  if (days.length === 0) return null;
  const now = days.slice(-WEEK);
  const before = days.slice(0, -WEEK);
  const most = Math.max(1, ...days.map(({ checkedIn }) => checkedIn));
  const sentence = before.length < WEEK ? says.now(now.length, sum(now)) : says.both(sum(now), sum(before));
  return (
    <Card id="finished-days">
      <Text className="day-bars__sentence">{sentence}</Text>
      <View className="day-bars" role="img" aria-label={sentence}>
        {Array.from({ length: DAYS - days.length }, (_, index) => (
          <View key={`none-${String(index)}`} className="day-bars__column" />
        ))}
        {days.map(({ on, checkedIn }, index) => (
          <View key={on} className="day-bars__column">
            <View
              className={`day-bars__bar${index < before.length ? ' day-bars__bar--before' : ''}`}
              style={{ height: `${Math.max(2, Math.round((checkedIn / most) * 100))}%` }}
            />
          </View>
        ))}
      </View>
      <View className="day-bars__ends tabular">
        <Text className="day-bars__end">{days.length < DAYS ? '' : formats.day(days[0]?.on ?? '')}</Text>
        <Text className="day-bars__end">{formats.day(days[days.length - 1]?.on ?? '')}</Text>
      </View>
      <LinkButton id="toggle-days" text={open ? says.close : says.open} onTap={() => setOpen(!open)} />
      {open ? <DayTable days={days} /> : null}
    </Card>
  );
}
