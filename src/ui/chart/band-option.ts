// A middle within its band, over time.
import { inColour } from '#app/ui/chart/chart-colours';
import { chartText, still, textWidth, wordsAxis } from '#app/ui/chart/chart-parts';
import type { BandShape } from '#app/ui/chart/chart-shape';
import type { Drawing } from '#app/ui/chart/draw-chart';

const HEIGHT_PX = 176;
const LABELS_PX = 24;

/** Round steps for an axis of at most this many lines. */
const LINES = 3;

/** The next number above that reads well: 1, 2, 2.5 or 5 and noughts. */
export function roundAbove(amount: number): number {
  const size = 10 ** Math.floor(Math.log10(Math.max(amount, 1e-9)));
  return (([1, 2, 2.5, 5, 10] as const).find((step) => step * size >= amount - 1e-12) ?? 10) * size;
}

/** The band is a see-through line with a coloured one upon it; what came in fact is dots. */
export function bandOption({ points, say }: BandShape): Drawing {
  const step = roundAbove(Math.max(1e-9, ...points.map(({ high, actual }) => Math.max(high, actual ?? 0))) / LINES);
  const left = Math.max(...[1, 2, 3].map((times) => textWidth(say(step * times)))) + 12;
  const labels = points.map(({ label }, index) => (index === 0 || index === points.length - 1 ? label : ''));
  const axis = wordsAxis(labels, true);
  const line = { ...still, type: 'line', symbol: 'none', smooth: false } as const;
  const isAlone = points.length === 1;
  return {
    height: HEIGHT_PX,
    option: {
      grid: { left, right: 8, top: 12, bottom: LABELS_PX, outerBoundsMode: 'none' },
      xAxis: {
        ...axis,
        boundaryGap: isAlone,
        axisLabel: { ...axis.axisLabel, interval: 0, hideOverlap: false, alignMinLabel: 'left', alignMaxLabel: 'right' },
      },
      yAxis: {
        type: 'value',
        min: 0,
        max: step * LINES,
        interval: step,
        axisLabel: { ...chartText, formatter: say, margin: 8 },
        splitLine: { lineStyle: { color: inColour('line') } },
      },
      series: [
        {
          ...line,
          stack: 'band',
          lineStyle: { width: 0, color: inColour('green') },
          itemStyle: { color: inColour('green') },
          data: points.map(({ low }) => low),
        },
        {
          ...line,
          stack: 'band',
          lineStyle: { width: 0, color: inColour('green') },
          itemStyle: { color: inColour('green') },
          areaStyle: { color: inColour('green'), opacity: 0.24 },
          data: points.map(({ low, high }) => high - low),
        },
        {
          ...line,
          symbol: isAlone ? 'circle' : 'none',
          itemStyle: { color: inColour('green') },
          lineStyle: { color: inColour('green'), width: 2 },
          data: points.map(({ middle }) => middle),
        },
        {
          ...line,
          symbol: 'circle',
          symbolSize: 5,
          lineStyle: { color: inColour('blue'), width: 2 },
          itemStyle: { color: inColour('blue') },
          data: points.map(({ actual }) => actual ?? '-'),
        },
      ],
    },
  };
}
