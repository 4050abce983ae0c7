// Columns side by side.
import { scaleBand, scaleLinear } from 'd3-scale';
import { inColour } from '#app/ui/chart/chart-colours';
import { endsNamed, LABELS_PX, toneColour } from '#app/ui/chart/chart-parts';
import type { ColumnsShape } from '#app/ui/chart/chart-shape';
import { element, paper, stroke } from '#app/ui/chart/svg';

const HEIGHT_PX = 112;
const TOP_PX = 4;
const FLOOR_PX = HEIGHT_PX - LABELS_PX;

/** However few there are, a column stays one; and even nothing is seen where it was counted. */
const WIDEST_PX = 48;
const LOWEST_PX = 2;
const ROUND_PX = 2;

/** A column whose upper corners are round. */
function column(x: number, width: number, top: number, fill: string): string {
  const round = Math.min(ROUND_PX, width / 2, FLOOR_PX - top);
  const near = (place: number) => Math.round(place * 100) / 100;
  const [left, right, high, low] = [near(x), near(x + width), near(top), near(top + round)];
  const path = `M${left},${FLOOR_PX}V${low}Q${left},${high} ${near(x + round)},${high}H${near(x + width - round)}Q${right},${high} ${right},${low}V${FLOOR_PX}Z`;
  return element('path', { d: path, fill });
}

/** They grow from one floor; where nothing was counted there is none. */
export function drawColumns({ columns }: ColumnsShape, width: number): string {
  const across = scaleBand(columns.keys(), [0, width]).paddingInner(0.2).paddingOuter(0.1);
  const most = Math.max(1, ...columns.map(({ value }) => value ?? 0));
  const up = scaleLinear([0, most], [FLOOR_PX, TOP_PX]);
  const wide = Math.min(WIDEST_PX, across.bandwidth());
  const places = columns.map((_, index) => (across(index) ?? 0) + (across.bandwidth() - wide) / 2);
  const drawn = columns.map(({ value, tone }, index) => {
    if (value === null) return '';
    return column(places[index] ?? 0, wide, Math.min(up(value), FLOOR_PX - LOWEST_PX), toneColour(tone));
  });
  const named = columns.map(({ label }, index) => ({ label, from: places[index] ?? 0, until: (places[index] ?? 0) + wide }));
  const floor = stroke([0, FLOOR_PX], [width, FLOOR_PX], inColour('line'));
  return paper(width, HEIGHT_PX, [...drawn, floor, endsNamed(named, FLOOR_PX + LABELS_PX / 2 + 2)]);
}
