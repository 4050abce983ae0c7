// Bars one below the other, with the lines that they are measured by.
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { inColour } from '#app/ui/chart/chart-colours';
import { toneColour } from '#app/ui/chart/chart-parts';
import type { RowsShape } from '#app/ui/chart/chart-shape';
import { onTwoLines, placed, textWidth } from '#app/ui/chart/chart-words';
import { element, paper, stroke, words } from '#app/ui/chart/svg';

const ROW_PX = 36;
const BAR_PX = 12;
const LINE_LABEL_PX = 20;
/** Between words and bars. */
const GAP_PX = 12;
/** From one line of words to the next. */
const TEXT_LINE_PX = 15;
/** What there is anything of can be seen. */
const SHORTEST_PX = 2;

/** Words beside a bar, on one line or two. */
function beside(
  lines: readonly string[],
  place: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' },
  fill: string,
): string {
  const top = place.y - ((lines.length - 1) * TEXT_LINE_PX) / 2;
  return lines.map((text, index) => words(text, { ...place, y: top + index * TEXT_LINE_PX, fill })).join('');
}

/** The lines, each with its name above it where that lies on no other name. */
function measures(lines: NonNullable<RowsShape['lines']>, along: ScaleLinear<number, number>, width: number, height: number): string {
  const names = placed(
    lines.map(({ value, label }) => ({ text: label, at: along(value) })),
    width,
  );
  const dashed = { 'stroke-dasharray': '4 3' };
  return lines
    .map(({ value }, index) => {
      const name = names[index] ?? null;
      const line = stroke([along(value), LINE_LABEL_PX], [along(value), height], inColour('ink-2'), dashed);
      if (name === null) return line;
      const place = { x: name.at, y: LINE_LABEL_PX / 2 - 2, anchor: 'middle' } as const;
      return line + words(name.text, { ...place, fill: inColour('ink-2') });
    })
    .join('');
}

/** What a bar comes to stands at its right, in a column of its own. */
export function drawRows({ rows, lines = [] }: RowsShape, width: number): string {
  const widest = (texts: readonly string[]) => Math.ceil(Math.max(0, ...texts.map((text) => textWidth(text))));
  const left = Math.min(Math.round(width * 0.36), widest(rows.map(({ label }) => label)) + GAP_PX);
  const right = width - Math.min(Math.round(width * 0.45), widest(rows.map(({ said }) => said)) + GAP_PX);
  const top = lines.length === 0 ? 0 : LINE_LABEL_PX;
  const height = top + rows.length * ROW_PX;
  const most = Math.max(0, ...rows.map(({ value }) => value), ...lines.map(({ value }) => value * 1.1));
  const along = scaleLinear([0, most > 0 ? most : 1], [left, right]);
  const drawn = rows.map(({ label, value, said, tone }, index) => {
    const y = top + index * ROW_PX + ROW_PX / 2;
    const bar = { x: left, y: y - BAR_PX / 2, height: BAR_PX, rx: BAR_PX / 2 };
    const long = Math.max(SHORTEST_PX, along(value) - left);
    return [
      beside(onTwoLines(label, left - GAP_PX), { x: 0, y, anchor: 'start' }, inColour('ink-2')),
      element('rect', { ...bar, width: right - left, fill: inColour('line'), 'fill-opacity': 0.6 }),
      value > 0 ? element('rect', { ...bar, width: long, fill: toneColour(tone) }) : '',
      beside(onTwoLines(said, width - right - GAP_PX), { x: width, y, anchor: 'end' }, inColour('ink')),
    ].join('');
  });
  return paper(width, height, [...drawn, measures(lines, along, width, height)]);
}
