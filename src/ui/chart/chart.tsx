// A chart on an owner's screen: the sentence that answers its question, the picture, and the numbers behind it for whoever asks.
import { Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useMemo, useState } from 'react';
import { useOwnersWords } from '#app/i18n/use-owners-words';
import { LinkButton } from '#app/ui/buttons.tsx';
import { ChartPicture } from '#app/ui/chart/chart-picture.tsx';
import type { ChartShape } from '#app/ui/chart/chart-shape';
import { ChartTable, type ChartTableProps } from '#app/ui/chart/chart-table.tsx';
import { drawChart } from '#app/ui/chart/draw-chart';
import './chart.scss';

/** The widest a page is, and what stands beside a chart on it: the page's margins and the card's, in pixels. */
const PAGE_PX = 560;
const BESIDE_PX = 64;

export interface ChartProps {
  /** Its parts are `<id>-picture`, `<id>-toggle` and `<id>-table`. */
  readonly id: string;
  /** What the chart says, as a sentence; it is read to whoever does not see the picture. */
  readonly sentence: string;
  readonly shape: ChartShape;
  readonly table: Omit<ChartTableProps, 'id'>;
  /** How the numbers came about, in a few words. */
  readonly note?: string;
  /** How wide it may be, in pixels, where it stands in a column that is narrower than a page. */
  readonly room?: number | undefined;
}

export function Chart({ id, sentence, shape, table, note, room = PAGE_PX - BESIDE_PX }: ChartProps) {
  const { open: openText, close } = useOwnersWords().owner.chart;
  const [open, setOpen] = useState(false);
  const width = Math.min(room, Taro.getWindowInfo().windowWidth - BESIDE_PX);
  const picture = useMemo(() => drawChart(shape, width), [shape, width]);
  return (
    <View className="chart" id={id}>
      <Text className="chart__sentence">{sentence}</Text>
      <ChartPicture id={`${id}-picture`} picture={picture} sentence={sentence} />
      {note === undefined ? null : <Text className="quiet">{note}</Text>}
      <LinkButton id={`${id}-toggle`} text={open ? close : openText} onTap={() => setOpen(!open)} />
      {open ? <ChartTable id={`${id}-table`} {...table} /> : null}
    </View>
  );
}
