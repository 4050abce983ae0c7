// How much room words take in a picture, reckoned without a canvas, and what is done where they have less.
import { wrapText } from '#app/ui/wrap-text';

/** The size of text in a chart, in pixels. */
export const CHART_TEXT_PX = 12;

/** What is wider or narrower than most letters, in parts of the size; the widest of what phones write with. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[\u2014\u2026\u2e80-\u{10ffff}]/u, 1],
  [/[MWmw%@]/, 0.92],
  [/[A-Z]/, 0.7],
  [/\d/, 0.63],
  [/[ijl.,:;'|!() ]/, 0.34],
];

const MOST_LETTERS = 0.58;

/** About how wide a text is drawn, in pixels, rather too much than too little: Chinese is as wide as high. */
export function textWidth(text: string, size = CHART_TEXT_PX): number {
  return [...text].reduce((width, letter) => width + size * (widths.find(([letters]) => letters.test(letter))?.[1] ?? MOST_LETTERS), 0);
}

/** The text, or as much of its beginning as has room, with a sign that more was there. */
export function shortened(text: string, room: number): string {
  if (textWidth(text) <= room) return text;
  const letters = [...text];
  while (letters.length > 1 && textWidth(`${letters.join('')}…`) > room) letters.pop();
  return `${letters.join('').trimEnd()}…`;
}

/** A text on at most two lines, the second shortened where even they are too few. */
export function onTwoLines(text: string, room: number): readonly string[] {
  const whole = text.trim();
  const [first = ''] = wrapText(whole, room, textWidth);
  const rest = whole.slice(first.length).trim();
  return [first, rest].filter((line) => line !== '').map((line) => shortened(line, room));
}

/** A label, and the middle of where it stands, in pixels. */
export interface Placed {
  readonly text: string;
  readonly at: number;
}

/** How near two labels may come to each other. */
const GAP_PX = 4;

/**
 * Labels in a row, each as near as can be to the middle of what it names and none off the paper.
 * One that would lie on a label before it is null; they are given from left to right.
 */
export function placed(labels: readonly Placed[], paperWidth: number): readonly (Placed | null)[] {
  let endsAt = Number.NEGATIVE_INFINITY;
  return labels.map(({ text, at }) => {
    const width = textWidth(text);
    const from = Math.max(0, Math.min(paperWidth - width, at - width / 2));
    if (text === '' || from < endsAt + GAP_PX) return null;
    endsAt = from + width;
    return { text, at: from + width / 2 };
  });
}
