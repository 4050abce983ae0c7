// The cost of each day as a band with its middle, said in words and numbers for whoever does not see it.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import type { Band, Forecast } from '#core/rules/forecast/summary';

/** More columns than this are too thin to be seen: the first days are drawn, which is where most happens. */
const DAYS_MAX = 45;

/** Days in a table are what somebody asks for: not so many that a phone draws for long. */
const ROWS_MAX = 31;

/** The chart, and its numbers on demand. */
export function CostChart({ forecast }: { readonly forecast: Forecast }) {
  const { owner, formats } = useWords();
  const says = owner.forecast;
  const [open, setOpen] = useState(false);
  const isMoney = forecast.worst.fen > 0;
  const say = (amount: number) => (isMoney ? formats.money(Math.round(amount)) : formats.count(Math.round(amount)));
  const days = forecast.byDay
    .slice(0, DAYS_MAX)
    .map(({ on, fen, points }): { readonly on: string; readonly band: Band } => ({ on, band: isMoney ? fen : points }));
  const [first, last] = [days[0], days[days.length - 1]];
  const most = Math.max(...days.map(({ band }) => band.high), 0);
  if (first === undefined || last === undefined || most === 0) return null;
  const part = (amount: number) => `${Math.round((100 * amount) / most)}%`;
  const dearest = Math.max(...days.map(({ band }) => band.median));
  return (
    <>
      <View className="cost-chart" role="img" aria-label={says.chart(formats.day(first.on), formats.day(last.on), say(dearest))}>
        {days.map(({ on, band }) => (
          <View key={on} className="cost-chart__day">
            <View className="cost-chart__band" style={{ bottom: part(band.low), height: part(band.high - band.low) }} />
            <View className="cost-chart__middle" style={{ bottom: part(band.median) }} />
          </View>
        ))}
      </View>
      <View className="cost-chart__ends">
        <Text className="quiet">{formats.day(first.on)}</Text>
        <Text className="quiet">{formats.day(last.on)}</Text>
      </View>
      <LinkButton id="toggle-forecast-days" text={open ? says.hideDays : says.showDays} onTap={() => setOpen(!open)} />
      {open
        ? days.slice(0, ROWS_MAX).map(({ on, band }) => (
            <View key={on} className="row row--apart forecast-row">
              <Text>{formats.day(on)}</Text>
              <Text className="tabular">{`${say(band.median)}（${say(band.low)}–${say(band.high)}）`}</Text>
            </View>
          ))
        : null}
    </>
  );
}
