// The cost of each day, or week where there are many, as a band with its middle, said in words and numbers for whoever does not see it.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useWords } from '#app/i18n/use-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import type { Band, Forecast } from '#core/rules/forecast/summary';

interface Drawn {
  readonly on: string;
  readonly untilOn: string;
  readonly band: Band;
}

/** The chart, and its numbers on demand. */
export function CostChart({ forecast }: { readonly forecast: Forecast }) {
  const { owner, formats } = useWords();
  const says = owner.forecast;
  const [open, setOpen] = useState(false);
  const isMoney = forecast.worst.fen > 0;
  const say = (amount: number) => (isMoney ? formats.money(Math.round(amount)) : formats.count(Math.round(amount)));
  const spans = forecast.spans.map(({ on, untilOn, fen, points }): Drawn => ({ on, untilOn, band: isMoney ? fen : points }));
  const [first, last] = [spans[0], spans[spans.length - 1]];
  const most = Math.max(...spans.map(({ band }) => band.high), 0);
  const saysEach = says.each[forecast.length];
  if (first === undefined || last === undefined || most === 0) return null;
  const part = (amount: number) => `${Math.round((100 * amount) / most)}%`;
  const dearest = Math.max(...spans.map(({ band }) => band.median));
  return (
    <>
      <View className="cost-chart" role="img" aria-label={saysEach.chart(formats.day(first.on), formats.day(last.untilOn), say(dearest))}>
        {spans.map(({ on, band }) => (
          <View key={on} className="cost-chart__day">
            <View className="cost-chart__band" style={{ bottom: part(band.low), height: part(band.high - band.low) }} />
            <View className="cost-chart__middle" style={{ bottom: part(band.median) }} />
          </View>
        ))}
      </View>
      <View className="cost-chart__ends">
        <Text className="quiet">{formats.day(first.on)}</Text>
        <Text className="quiet">{formats.day(last.untilOn)}</Text>
      </View>
      {forecast.length === 'day' ? null : <Text className="quiet">{saysEach.note}</Text>}
      <LinkButton id="toggle-forecast-days" text={open ? saysEach.hide : saysEach.show} onTap={() => setOpen(!open)} />
      {open
        ? spans.map(({ on, band }) => (
            <View key={on} className="row row--apart forecast-row">
              <Text>{saysEach.row(formats.day(on))}</Text>
              <Text className="tabular">{`${say(band.median)}（${say(band.low)}–${say(band.high)}）`}</Text>
            </View>
          ))
        : null}
    </>
  );
}
