// Shares in rows and columns, the more the greener.
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
  return share < DARK_SHARE ? 0.08 + share * 0.5 : 0.72 + (share - DARK_SHARE) * 0.56;
}

/** Each cell says its share, so that no colour has to be read. */
export function heatOption({ columns, rows }: HeatShape, width: number): Drawing {
  const left = Math.min(width / 3, Math.max(...rows.map(({ label }) => textWidth(label))) + 8);
  const cells = rows.flatMap(({ shares }, row) =>
    shares.flatMap((share, column) =>
      share === null
        ? []
        : [
            {
              value: [column, row, share],
              itemStyle: {
                color: inColour('green'),
                opacity: depth(share),
                borderColor: inColour('surface'),
                borderWidth: 2,
                borderRadius: 4,
              },
              label: { color: inColour(share < DARK_SHARE ? 'ink' : 'surface') },
            },
          ],
    ),
  );
  return {
    height: LABELS_PX + rows.length * ROW_PX,
    option: {
      grid: { left, right: 0, top: LABELS_PX, bottom: 0, outerBoundsMode: 'none' },
      xAxis: { ...wordsAxis(columns, false), position: 'top', splitLine: { show: false } },
      yAxis: {
        ...wordsAxis(
          rows.map(({ label }) => label),
          false,
        ),
        inverse: true,
        splitLine: { show: false },
      },
      // The library draws no heat map without one; each cell brings its own colour.
      visualMap: { type: 'piecewise', show: false, dimension: 2, pieces: [], outOfRange: { opacity: 1 } },
      series: [
        {
          ...still,
          type: 'heatmap',
          label: {
            ...chartText,
            show: true,
            formatter: ({ value }: { value: readonly number[] }) => `${Math.round(100 * (value[2] ?? 0))}`,
          },
          data: cells,
        },
      ],
    },
  };
}
