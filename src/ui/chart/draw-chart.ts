// Draws a chart as an SVG text, the same in a browser and in WeChat: without a canvas and without a document.
import { BarChart, LineChart } from 'echarts/charts';
import { GridSimpleComponent } from 'echarts/components';
import { type EChartsCoreOption, init, setPlatformAPI, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { bandOption } from '#app/ui/chart/band-option';
import { inColour } from '#app/ui/chart/chart-colours';
import type { ChartShape } from '#app/ui/chart/chart-shape';
import { columnsOption } from '#app/ui/chart/columns-option';
import { heatOption } from '#app/ui/chart/heat-option';
import { rowsOption } from '#app/ui/chart/rows-option';

// Everything more of the library weighs on the owner's package: what can be drawn of columns and lines is.
use([BarChart, LineChart, GridSimpleComponent, SVGRenderer]);

// Text is measured by the library's own table of widths: a canvas would measure other fonts on each phone.
setPlatformAPI({ createCanvas: () => null as unknown as HTMLCanvasElement });

/** How a shape is drawn: its height in pixels, and what the library is told. */
export interface Drawing {
  readonly height: number;
  readonly option: EChartsCoreOption;
}

function drawingOf(shape: ChartShape, width: number): Drawing {
  switch (shape.kind) {
    case 'columns':
      return columnsOption(shape);
    case 'band':
      return bandOption(shape);
    case 'heat':
      return heatOption(shape, width);
    case 'rows':
      return rowsOption(shape, width);
  }
}

/**
 * Draws a chart.
 * @param width in CSS pixels; the height follows from the shape
 * @returns an SVG whose colours are variables of the page, `var(--green)`, so that it follows the theme
 */
export function drawChart(shape: ChartShape, width: number): string {
  const { height, option } = drawingOf(shape, width);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, textStyle: { fontFamily: 'system-ui, sans-serif', color: inColour('ink-2') }, ...option });
  const picture = chart.renderToSVGString();
  chart.dispose();
  return picture;
}
