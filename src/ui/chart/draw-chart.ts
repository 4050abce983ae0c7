// Draws a chart as an SVG text, the same in a browser and in WeChat: without a canvas and without a document.
import type { ChartShape } from '#app/ui/chart/chart-shape';
import { drawBand } from '#app/ui/chart/draw-band';
import { drawColumns } from '#app/ui/chart/draw-columns';
import { drawHeat } from '#app/ui/chart/draw-heat';
import { drawRows } from '#app/ui/chart/draw-rows';

/** Drawn for less, names are cut short that tell two parts from each other. */
const NARROWEST_PX = 200;

/**
 * For which width a chart is drawn that is shown in a wider place: by so much its words grow, as all words do.
 * @param room how wide the place is, in CSS pixels
 * @param scale by how much text is larger than it is drawn
 */
export function widthToDraw(room: number, scale: number): number {
  return Math.max(Math.min(room, NARROWEST_PX), Math.round(room / scale));
}

/**
 * Draws a chart.
 * @param width in CSS pixels; the height follows from the shape
 * @returns an SVG whose colours are variables of the page, `var(--green)`, so that it follows the theme
 */
export function drawChart(shape: ChartShape, width: number): string {
  switch (shape.kind) {
    case 'columns':
      return drawColumns(shape, width);
    case 'band':
      return drawBand(shape, width);
    case 'heat':
      return drawHeat(shape, width);
    case 'rows':
      return drawRows(shape, width);
  }
}
