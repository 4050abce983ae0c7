// Draws a chart as an SVG text, the same in a browser and in WeChat: without a canvas and without a document.
import type { ChartShape } from '#app/ui/chart/chart-shape';
import { drawBand } from '#app/ui/chart/draw-band';
import { drawColumns } from '#app/ui/chart/draw-columns';
import { drawHeat } from '#app/ui/chart/draw-heat';
import { drawRows } from '#app/ui/chart/draw-rows';

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
