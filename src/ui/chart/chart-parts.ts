// What several kinds of charts are drawn with: the colours of what they are about, and the labels below.
import { type ChartColour, inColour } from '#app/ui/chart/chart-colours';
import type { ChartTone } from '#app/ui/chart/chart-shape';
import { textWidth } from '#app/ui/chart/chart-words';
import { words } from '#app/ui/chart/svg';

const colours: Readonly<Record<ChartTone, ChartColour>> = { now: 'green', before: 'ink-2', expected: 'blue', low: 'amber' };

/** The colour of what a part is about. */
export function toneColour(tone: ChartTone): string {
  return inColour(colours[tone]);
}

/** The room that the labels below or above take. */
export const LABELS_PX = 24;

/** How near the two labels below may come to each other. */
const APART_PX = 12;

/** A part that is named below: its name, and where it begins and ends. */
export interface Named {
  readonly label: string;
  readonly from: number;
  readonly until: number;
}

/**
 * The first and the last part are named, and nothing between: the table has them all. Where there is room for one only, it is the last.
 * @param y the middle of the line that they stand on
 */
export function endsNamed(parts: readonly Named[], y: number): string {
  const named = parts.filter(({ label }) => label !== '');
  const [first, last] = [named[0], named[named.length - 1]];
  if (first === undefined || last === undefined) return '';
  const quiet = { y, fill: inColour('ink-2') } as const;
  const middle = (last.from + last.until) / 2;
  if (first === last && parts.length === 1) return words(last.label, { ...quiet, x: middle, anchor: 'middle' });
  const end = words(last.label, { ...quiet, x: Math.max(last.until, (parts[0]?.from ?? 0) + textWidth(last.label)), anchor: 'end' });
  const hasRoom = first !== last && first.from + textWidth(first.label) + APART_PX <= last.until - textWidth(last.label);
  return hasRoom ? words(first.label, { ...quiet, x: first.from }) + end : end;
}
