// Shares in rows and columns, the more the greener: cells are stacked columns of one, which spares the phone a kind of chart.
import { inColour } from '#app/ui/chart/chart-colours';
import { chartText, still, textWidth, wordsAxis } from '#app/ui/chart/chart-parts';
import type { HeatShape } from '#app/ui/chart/chart-shape';
import type { Drawing } from '#app/ui/chart/draw-chart';

const ROW_PX = 32;
const LABELS_PX = 24;

/** From here on a cell is so green that its number is written in the colour of the card. */
const DARK_SHARE = 0.5;

/** How green a cell of a share is: never so pale that it looks empty. */
function depth(share: number): number {
  return share < DARK_SHARE ? 0.08 + share * 0.4 : 0.88 + (share - DARK_SHARE) * 0.24;
}

/** Each cell says its share in percent, so that no colour has to be read; where there is nothing to tell, there is no cell. */
export function heatOption({ columns, rows }: HeatShape, width: number): Drawing {
  const left = Math.min(width / 3, Math.max(...rows.map(({ label }) => textWidth(label))) + 12);
  const rowAxis = wordsAxis(
    rows.map(({ label }) => label),
    false,
  );
  return {
    height: LABELS_PX + rows.length * ROW_PX,
    option: {
      grid: { left, right: 0, top: LABELS_PX, bottom: 0, outerBoundsMode: 'none' },
      xAxis: { ...wordsAxis(columns, false), position: 'top' },
      yAxis: [
        { type: 'value', show: false, min: 0, max: rows.length, inverse: true },
        { ...rowAxis, inverse: true, position: 'left', axisLabel: { ...rowAxis.axisLabel, interval: 0, margin: left, align: 'left' } },
      ],
      series: rows.map(({ shares }) => ({
        ...still,
        type: 'bar',
        stack: 'rows',
        barCategoryGap: 0,
        data: columns.map((_, column) => {
          const share = shares[column] ?? null;
          if (share === null) return { value: 1, itemStyle: { color: inColour('surface'), opacity: 0 } };
          return {
            value: 1,
            itemStyle: {
              color: inColour('green'),
              opacity: depth(share),
              borderColor: inColour('surface'),
              borderWidth: 2,
              borderRadius: 4,
            },
            label: {
              ...chartText,
              show: true,
              opacity: 1,
              position: 'inside',
              formatter: `${Math.round(100 * share)}`,
              color: inColour(share < DARK_SHARE ? 'ink' : 'surface'),
            },
          };
        }),
      })),
    },
  };
}
