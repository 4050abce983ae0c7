// Bars one below the other, with the lines that they are measured by.
import { inColour } from '#app/ui/chart/chart-colours';
import { chartText, still, textWidth, toneColour, wordsAxis } from '#app/ui/chart/chart-parts';
import type { RowsShape } from '#app/ui/chart/chart-shape';
import type { Drawing } from '#app/ui/chart/draw-chart';

const ROW_PX = 36;
const LINE_LABEL_PX = 20;
const NAMES_GAP_PX = 4;

/** The names of lines that have room beside the ones before them; the others are lines alone. Lines grow; `pixels` is the length of one. */
function namesOf(lines: NonNullable<RowsShape['lines']>, pixels: number): (string | null)[] {
  let endsAt = Number.NEGATIVE_INFINITY;
  return lines.map(({ value, label }) => {
    const half = textWidth(label) / 2;
    if (value * pixels - half < endsAt + NAMES_GAP_PX) return null;
    endsAt = value * pixels + half;
    return label;
  });
}

/** What a bar comes to stands at its right, in a column of its own. */
export function rowsOption({ rows, lines = [] }: RowsShape, width: number): Drawing {
  const left = Math.min(width * 0.36, Math.max(...rows.map(({ label }) => textWidth(label))) + 16);
  const right = Math.min(width * 0.45, Math.max(...rows.map(({ said }) => textWidth(said))) + 20);
  const top = lines.length === 0 ? 0 : LINE_LABEL_PX;
  const most = Math.max(1e-9, ...rows.map(({ value }) => value), ...lines.map(({ value }) => value * 1.1));
  const labels = namesOf(lines, (width - left - right) / most);
  const words = wordsAxis(
    rows.map(({ label }) => label),
    false,
  );
  return {
    height: top + rows.length * ROW_PX,
    option: {
      grid: { left, right, top, bottom: 0, outerBoundsMode: 'none' },
      xAxis: { type: 'value', show: false, min: 0, max: most },
      yAxis: [
        {
          ...words,
          inverse: true,
          axisLabel: { ...chartText, interval: 0, width: left - 8, overflow: 'break', margin: left, align: 'left' },
        },
        {
          ...wordsAxis(
            rows.map(({ said }) => said),
            false,
          ),
          inverse: true,
          position: 'right',
          axisLabel: {
            ...chartText,
            color: inColour('ink'),
            interval: 0,
            width: right - 8,
            overflow: 'break',
            margin: right,
            align: 'right',
          },
        },
        { type: 'value', show: false, min: 0, max: 1 },
      ],
      series: [
        {
          ...still,
          type: 'bar',
          barWidth: 12,
          showBackground: true,
          backgroundStyle: { color: inColour('line'), borderRadius: 6, opacity: 0.6 },
          data: rows.map(({ value, tone }) => ({ value, itemStyle: { color: toneColour(tone), borderRadius: 6 } })),
        },
        ...lines.map(({ value }, index) => ({
          ...still,
          type: 'line',
          xAxisIndex: 0,
          yAxisIndex: 2,
          z: 3,
          symbol: 'circle',
          symbolSize: 1,
          itemStyle: { color: inColour('ink-2') },
          lineStyle: { color: inColour('ink-2'), type: 'dashed', width: 1 },
          label: { ...chartText, formatter: labels[index] ?? '', position: 'top', distance: 4 },
          data: [
            { value: [value, 0], label: { show: false } },
            { value: [value, 1], label: { show: labels[index] !== null } },
          ],
        })),
      ],
    },
  };
}
