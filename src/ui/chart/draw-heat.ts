// Shares in rows and columns, the more the greener.
import { scaleBand } from 'd3-scale';
import { inColour } from '#app/ui/chart/chart-colours';
import { LABELS_PX } from '#app/ui/chart/chart-parts';
import type { HeatShape } from '#app/ui/chart/chart-shape';
import { CHART_TEXT_PX, placed, shortened, textWidth } from '#app/ui/chart/chart-words';
import { element, paper, words } from '#app/ui/chart/svg';

const ROW_PX = 32;
const NAME_GAP_PX = 12;
/** Between two cells. */
const GAP_PX = 2;
const ROUND_PX = 4;
/** A number that would have to be smaller than this to stand in its cell is left to the table. */
const SMALLEST_PX = 9;

/** From here on a cell is so green that its number is written in the colour of the card. */
const DARK_SHARE = 0.5;

/** How green a cell of a share is: never so pale that it looks empty. */
function depth(share: number): number {
  return share < DARK_SHARE ? 0.08 + share * 0.4 : 0.88 + (share - DARK_SHARE) * 0.24;
}

const numberOf = (share: number) => String(Math.round(100 * share));

/** The size that the widest number has room in a cell with, the same for all of them. */
function numberSize(rows: HeatShape['rows'], room: number): number {
  const numbers = rows.flatMap(({ shares }) => shares.map((share) => (share === null ? '' : numberOf(share))));
  const widest = Math.max(...numbers.map((number) => textWidth(number, 1)), 1 / CHART_TEXT_PX);
  return Math.min(CHART_TEXT_PX, Math.floor(room / widest));
}

/** Each cell says its share in percent, so that no colour has to be read; where there is nothing to tell, there is no cell. */
export function drawHeat({ columns, rows }: HeatShape, width: number): string {
  const left = Math.ceil(Math.min(width / 3, Math.max(0, ...rows.map(({ label }) => textWidth(label))) + NAME_GAP_PX));
  const across = scaleBand(columns.keys(), [left, width]);
  const cell = Math.max(0, across.bandwidth() - GAP_PX);
  const size = numberSize(rows, cell);
  const middle = (column: number) => (across(column) ?? 0) + across.bandwidth() / 2;
  const quiet = inColour('ink-2');
  const heads = placed(
    columns.map((text, column) => ({ text, at: middle(column) })),
    width,
  ).map((head) => (head === null ? '' : words(head.text, { x: head.at, y: LABELS_PX / 2, fill: quiet, anchor: 'middle' })));
  const drawn = rows.map(({ label, shares }, row) => {
    const top = LABELS_PX + row * ROW_PX;
    const name = words(shortened(label, left - NAME_GAP_PX), { x: 0, y: top + ROW_PX / 2, fill: quiet });
    const cells = columns.map((_, column) => {
      const share = shares[column] ?? null;
      if (share === null) return '';
      const place = { x: middle(column) - cell / 2, y: top + GAP_PX / 2, width: cell, height: ROW_PX - GAP_PX, rx: ROUND_PX };
      const fill = inColour(share < DARK_SHARE ? 'ink' : 'surface');
      const number = size < SMALLEST_PX ? '' : numberOf(share);
      return (
        element('rect', { ...place, fill: inColour('green'), 'fill-opacity': depth(share) }) +
        words(number, { x: middle(column), y: top + ROW_PX / 2, fill, anchor: 'middle', size })
      );
    });
    return name + cells.join('');
  });
  return paper(width, LABELS_PX + rows.length * ROW_PX, [...heads, ...drawn]);
}
