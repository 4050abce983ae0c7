// SVG as text: elements, words and the paper that they stand on.
import { CHART_TEXT_PX } from '#app/ui/chart/chart-words';

/** What an element is told; numbers are pixels, kept to a hundredth. */
export type Attributes = Readonly<Record<string, string | number>>;

/** Half the height of a digit, in parts of the size: so far below the middle of a line its letters stand. */
const BELOW_MIDDLE = 0.35;

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A text as XML may hold it: control characters and halves of a pair would make the whole picture unreadable. */
function escaped(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}]/gu, ' ').replace(/[&<>"]/g, (sign) => escapes[sign] ?? '');
}

function written(value: string | number): string {
  return typeof value === 'number' ? String(Math.round(value * 100) / 100) : escaped(value);
}

/** An element; what is inside is SVG already. */
export function element(name: string, attributes: Attributes, inside = ''): string {
  const told = Object.entries(attributes).map(([key, value]) => ` ${key}="${written(value)}"`);
  return `<${name}${told.join('')}${inside === '' ? '/>' : `>${inside}</${name}>`}`;
}

/** A line of words. */
export interface Words {
  readonly x: number;
  /** The middle of the line. */
  readonly y: number;
  readonly fill: string;
  /** Which part of the words stands at x; the beginning unless told. */
  readonly anchor?: 'start' | 'middle' | 'end';
  /** The size of a letter. */
  readonly size?: number;
}

/** Words as an element, or nothing where there are none. */
export function words(text: string, { x, y, fill, anchor = 'start', size = CHART_TEXT_PX }: Words): string {
  if (text === '') return '';
  const attributes = {
    x,
    y: y + BELOW_MIDDLE * size,
    fill,
    'text-anchor': anchor,
    ...(size === CHART_TEXT_PX ? {} : { style: `font-size:${size}px` }),
  };
  return element('text', attributes, escaped(text));
}

/** A straight line. */
export function stroke(from: readonly [number, number], to: readonly [number, number], colour: string, more: Attributes = {}): string {
  return element('line', { x1: from[0], y1: from[1], x2: to[0], y2: to[1], stroke: colour, ...more });
}

/** A whole picture, in CSS pixels; all its digits are equally wide. */
export function paper(width: number, height: number, inside: readonly string[]): string {
  const style = `font-family:system-ui, sans-serif;font-size:${CHART_TEXT_PX}px;font-variant-numeric:tabular-nums`;
  const told = { xmlns: 'http://www.w3.org/2000/svg', width, height, viewBox: `0 0 ${width} ${height}`, style };
  return element('svg', told, inside.join(''));
}
