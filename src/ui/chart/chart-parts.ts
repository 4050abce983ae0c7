// What all charts are drawn with: quiet axes, and the colours of what they are about.
import { type ChartColour, inColour } from '#app/ui/chart/chart-colours';
import type { ChartTone } from '#app/ui/chart/chart-shape';

const colours: Readonly<Record<ChartTone, ChartColour>> = { now: 'green', before: 'ink-2', expected: 'blue', low: 'amber' };

/** The colour of what a part is about. */
export function toneColour(tone: ChartTone): string {
  return inColour(colours[tone]);
}

/** The size of text in a chart, in pixels. */
export const CHART_TEXT_PX = 12;

/** How text in a chart looks. */
export const chartText = { fontSize: CHART_TEXT_PX, color: inColour('ink-2') } as const;

/** An axis without ticks, whose labels are short words. */
export function wordsAxis(words: readonly string[], isLined: boolean) {
  return {
    type: 'category',
    data: [...words],
    axisTick: { show: false },
    axisLine: isLined ? { lineStyle: { color: inColour('line') } } : { show: false },
    axisLabel: { ...chartText, hideOverlap: true },
  } as const;
}

/** About how wide a text is drawn, in pixels: Chinese is as wide as high, other writing about 0.56 of it. */
export function textWidth(text: string, size = CHART_TEXT_PX): number {
  return [...text].reduce((width, letter) => width + ((letter.codePointAt(0) ?? 0) > 0x2e80 ? size : size * 0.56), 0);
}

/** A part that answers no pointer: a chart is a picture. */
export const still = { silent: true, emphasis: { disabled: true }, animation: false } as const;
