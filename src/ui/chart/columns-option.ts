// Columns side by side.
import { still, toneColour, wordsAxis } from '#app/ui/chart/chart-parts';
import type { ColumnsShape } from '#app/ui/chart/chart-shape';
import type { Drawing } from '#app/ui/chart/draw-chart';

const HEIGHT_PX = 112;
const LABELS_PX = 24;

/** The first and the last column are named, and nothing between: the table has them all. */
export function columnsOption({ columns }: ColumnsShape): Drawing {
  const labels = columns.map(({ label }, index) => (index === 0 || index === columns.length - 1 ? label : ''));
  const axis = wordsAxis(labels, true);
  const most = Math.max(1, ...columns.map(({ value }) => value ?? 0));
  return {
    height: HEIGHT_PX,
    option: {
      grid: { left: 0, right: 0, top: 4, bottom: LABELS_PX, outerBoundsMode: 'none' },
      xAxis: { ...axis, axisLabel: { ...axis.axisLabel, interval: 0, hideOverlap: false, alignMinLabel: 'left', alignMaxLabel: 'right' } },
      yAxis: { type: 'value', show: false, max: most },
      series: [
        {
          ...still,
          type: 'bar',
          barCategoryGap: '20%',
          barMinHeight: 2,
          data: columns.map(({ value, tone }) => ({
            value: value ?? '-',
            itemStyle: { color: toneColour(tone), borderRadius: [2, 2, 0, 0] },
          })),
        },
      ],
    },
  };
}
