// A chart on an owner's screen: the sentence that answers its question, the picture, and the numbers behind it for whoever asks.
import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { ChartPicture } from '#app/ui/chart/chart-picture.tsx';
import type { ChartShape } from '#app/ui/chart/chart-shape';
import { ChartTable, type ChartTableProps } from '#app/ui/chart/chart-table.tsx';
import './chart.scss';

export interface ChartProps {
  /** Its parts are `<id>-picture`, `<id>-toggle` and `<id>-table`. */
  readonly id: string;
  /** What the chart says, as a sentence; it is read to whoever does not see the picture. */
  readonly sentence: string;
  readonly shape: ChartShape;
  readonly table: Omit<ChartTableProps, 'id'>;
  /** How the numbers came about, in a few words. */
  readonly note?: string;
}

export function Chart({ id, sentence, shape, table, note }: ChartProps) {
  const { open: openText, close } = useOwnersWords().owner.chart;
  const [open, setOpen] = useState(false);
  return (
    <View className="chart" id={id}>
      <Text className="chart__sentence">{sentence}</Text>
      <ChartPicture id={`${id}-picture`} shape={shape} sentence={sentence} />
      {note === undefined ? null : <Text className="quiet">{note}</Text>}
      <LinkButton id={`${id}-toggle`} text={open ? close : openText} onTap={() => setOpen(!open)} />
      {open ? <ChartTable id={`${id}-table`} {...table} /> : null}
    </View>
  );
}
