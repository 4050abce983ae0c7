// A middle within its band, over time.
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { inColour } from '#app/ui/chart/chart-colours';
import { endsNamed, LABELS_PX } from '#app/ui/chart/chart-parts';
import type { BandShape } from '#app/ui/chart/chart-shape';
import { textWidth } from '#app/ui/chart/chart-words';
import { element, paper, stroke, words } from '#app/ui/chart/svg';

const HEIGHT_PX = 176;
const TOP_PX = 12;
const RIGHT_PX = 8;
const FLOOR_PX = HEIGHT_PX - LABELS_PX;
/** Between an amount at the left and its line. */
const AMOUNT_GAP_PX = 8;

/** About so many steps lead from nothing to the most. */
const STEPS = 3;

const BAND_OPACITY = 0.24;
const LINE_PX = 2;
const DOT_PX = 2.5;
/** A band of one point is a bar, with a dot for its middle. */
const ALONE_PX = 16;

type Point = BandShape['points'][number];
type Up = ScaleLinear<number, number>;

/** Round amounts from nothing to above the most: so few that no two of them are written alike. */
function amountsOf(up: Up, most: number, say: BandShape['say']): readonly number[] {
  if (most <= 0) return [0];
  for (let steps = STEPS; steps > 1; steps -= 1) {
    const amounts = up.domain([0, most]).nice(steps).ticks(steps);
    if (new Set(amounts.map(say)).size === amounts.length) return amounts;
  }
  return up.domain([0, most]).nice(1).ticks(1);
}

/** The band, see-through, and its middle. */
function expected(points: readonly Point[], x: (index: number) => number, up: Up): string {
  const green = inColour('green');
  const [alone] = points;
  if (alone === undefined) return '';
  if (points.length === 1) {
    const bar = { x: x(0) - ALONE_PX / 2, width: ALONE_PX, y: up(alone.high), height: up(alone.low) - up(alone.high), rx: LINE_PX };
    const dot = element('circle', { cx: x(0), cy: up(alone.middle), r: 2 * LINE_PX, fill: green });
    return element('rect', { ...bar, fill: green, 'fill-opacity': BAND_OPACITY }) + dot;
  }
  const place = (_: Point, index: number) => x(index);
  const between = area(
    place,
    ({ low }: Point) => up(low),
    ({ high }) => up(high),
  ).digits(2);
  const middle = line(place, (point: Point) => up(point.middle)).digits(2);
  return (
    element('path', { d: between([...points]) ?? '', fill: green, 'fill-opacity': BAND_OPACITY }) +
    element('path', { d: middle([...points]) ?? '', fill: 'none', stroke: green, 'stroke-width': LINE_PX, 'stroke-linejoin': 'round' })
  );
}

/** What came in fact: dots, joined where nothing is missing between. */
function came(points: readonly Point[], x: (index: number) => number, up: Up): string {
  const blue = inColour('blue');
  const isTold = ({ actual }: Point) => actual !== undefined && actual !== null;
  if (!points.some(isTold)) return '';
  const joined = line(
    (_: Point, index) => x(index),
    ({ actual }: Point) => up(actual ?? 0),
  )
    .defined(isTold)
    .digits(2);
  const dots = points.map((point, index) =>
    isTold(point) ? element('circle', { cx: x(index), cy: up(point.actual ?? 0), r: DOT_PX, fill: blue }) : '',
  );
  return element('path', { d: joined([...points]) ?? '', fill: 'none', stroke: blue, 'stroke-width': LINE_PX }) + dots.join('');
}

/** Round amounts stand at the left, each at its line; the first and the last point are named below. */
export function drawBand({ points, say }: BandShape, width: number): string {
  const most = Math.max(0, ...points.map(({ high, middle, actual }) => Math.max(high, middle, actual ?? 0)));
  const up = scaleLinear([0, 1], [FLOOR_PX, TOP_PX]);
  const amounts = amountsOf(up, most, say);
  const left = Math.ceil(Math.max(...amounts.map((amount) => textWidth(say(amount))))) + AMOUNT_GAP_PX;
  const right = width - RIGHT_PX;
  const along = scaleLinear([0, Math.max(1, points.length - 1)], [left, right]);
  const x = (index: number) => (points.length === 1 ? (left + right) / 2 : along(index));
  const grid = amounts.map(
    (amount) =>
      stroke([left, up(amount)], [right, up(amount)], inColour('line')) +
      words(say(amount), { x: left - AMOUNT_GAP_PX, y: up(amount), fill: inColour('ink-2'), anchor: 'end' }),
  );
  const named = points.map(({ label }, index) => ({ label, from: x(index), until: x(index) }));
  const below = endsNamed(named, FLOOR_PX + LABELS_PX / 2 + 2);
  return paper(width, HEIGHT_PX, [...grid, expected(points, x, up), came(points, x, up), below]);
}
