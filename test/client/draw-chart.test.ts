// Charts are drawn as pictures without a canvas or a document: their words are in them, their colours are the app's, nothing is off the paper.
import { describe, expect, test } from 'vitest';
import { chartColours, paintedIn } from '#app/ui/chart/chart-colours';
import type { ChartShape } from '#app/ui/chart/chart-shape';
import { drawChart } from '#app/ui/chart/draw-chart';

const shapes: readonly (readonly [ChartShape['kind'], ChartShape, readonly string[]])[] = [
  [
    'columns',
    {
      kind: 'columns',
      columns: [
        { label: '', value: null, tone: 'before' },
        { label: '11月1日', value: 3, tone: 'before' },
        { label: '11月2日', value: 0, tone: 'now' },
      ],
    },
    ['11月2日'],
  ],
  [
    'band',
    {
      kind: 'band',
      points: [
        { label: '1 Nov', low: 1, middle: 4, high: 9, actual: 5 },
        { label: '2 Nov', low: 2, middle: 5, high: 11, actual: null },
      ],
      say: (amount) => `¥${amount}`,
    },
    ['1 Nov', '2 Nov', '¥10'],
  ],
  [
    'heat',
    {
      kind: 'heat',
      columns: ['0', '1'],
      rows: [
        { label: '11月1日', shares: [1, 0.42] },
        { label: '11月8日', shares: [0, null] },
      ],
    },
    ['11月8日', '100', '42', '0'],
  ],
  [
    'rows',
    {
      kind: 'rows',
      rows: [
        { label: '看到 <b> & "co"', value: 0.12, said: '12%', tone: 'now' },
        { label: '打开', value: 0, said: '0%', tone: 'low' },
      ],
      lines: [{ value: 0.01, label: '1%' }],
    },
    ['&lt;b&gt; &amp;', '12%', '1%'],
  ],
];

describe('a chart of the kind', () => {
  test.each(shapes)(
    '%s is drawn at 320 and at 1280 pixels, says its words, and has no other colours than the app',
    (_kind, shape, words) => {
      for (const width of [256, 496]) {
        // What a line is cut at is not painted.
        const picture = drawChart(shape, width).replace(/<defs >.*?<\/defs>/s, '');
        for (const word of words) expect(picture).toContain(word);
        expect(picture).not.toMatch(/NaN|undefined|Infinity/);
        const colours = [...picture.matchAll(/(?:fill|stroke)="([^"]*)"/g)].map(([, colour]) => colour);
        expect(
          colours.filter((colour) => colour !== 'none' && colour !== 'transparent' && !/^var\(--[\w-]+\)$/.test(colour ?? '')),
        ).toEqual([]);
        const named = colours.flatMap((colour) => /^var\(--([\w-]+)\)$/.exec(colour ?? '')?.[1] ?? []);
        expect(named.filter((name) => !(name in chartColours.light))).toEqual([]);
        for (const theme of ['light', 'dark'] as const) expect(paintedIn(theme, picture)).not.toContain('var(');
      }
    },
  );

  test.each(shapes)('%s is the same picture every time', (_kind, shape) => {
    const bare = (picture: string) => picture.replace(/zr\d+|cls-\d+/g, '');
    expect(bare(drawChart(shape, 326))).toBe(bare(drawChart(shape, 326)));
  });
});

test('lines that lie close are not named over each other', () => {
  const lines = [0.01, 0.1, 0.2].map((value) => ({ value, label: `${String(100 * value)}%` }));
  const namesOf = (value: number) => {
    const rows = [{ label: '早市打卡', value, said: 'all', tone: 'now' } as const];
    return [...drawChart({ kind: 'rows', rows, lines }, 256).matchAll(/>(\d+%)<\/text>/g)].map(([, name]) => name);
  };
  expect(namesOf(0.4)).toEqual(['1%', '10%', '20%']);
  expect(namesOf(1)).toEqual(['1%', '20%']);
});
