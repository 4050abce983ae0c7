// Charts are drawn as pictures without a canvas or a document: their words are in them, their colours are the app's, nothing is off the paper.
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { chartColours, paintedIn } from '#app/ui/chart/chart-colours';
import type { ChartShape } from '#app/ui/chart/chart-shape';
import { textWidth } from '#app/ui/chart/chart-words';
import { drawChart, widthToDraw } from '#app/ui/chart/draw-chart';

interface Box {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly middle: number;
  readonly size: number;
}

/** A picture as a browser reads it: strictly, so that a sign that was not escaped is an error. */
function read(picture: string): Element {
  return new JSDOM(picture, { contentType: 'image/svg+xml' }).window.document.documentElement;
}

function boxOf(text: Element): Box {
  const size = Number(/font-size:(\d+)px/.exec(text.getAttribute('style') ?? '')?.[1] ?? 12);
  const said = text.textContent ?? '';
  const width = textWidth(said, size);
  const part = { start: 0, middle: 0.5, end: 1 }[text.getAttribute('text-anchor') as 'start' | 'middle' | 'end'];
  const left = Number(text.getAttribute('x')) - part * width;
  return { text: said, left, right: left + width, middle: Number(text.getAttribute('y')) - 0.35 * size, size };
}

/** What is wrong with a picture: numbers that are none, words off the paper, words that lie on words. */
function faults(picture: string): string[] {
  const root = read(picture);
  const [width, height] = ['width', 'height'].map((side) => Number(root.getAttribute(side))) as [number, number];
  const boxes = [...root.querySelectorAll('text')].map(boxOf);
  const off = boxes.filter(
    ({ left, right, middle, size }) => left < -0.1 || right > width + 0.1 || middle < size / 2 - 0.1 || middle > height - size / 2 + 0.1,
  );
  const over = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => Math.abs(one.middle - other.middle) < one.size && one.left < other.right - 0.1 && other.left < one.right - 0.1)
      .map((other) => `${one.text} on ${other.text}`),
  );
  return [...(/NaN|undefined|Infinity|null/.exec(picture) ?? []), ...off.map(({ text }) => `${text} off the paper`), ...over];
}

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
      for (const width of [200, 256, 496]) {
        const picture = drawChart(shape, width);
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
    expect(drawChart(shape, 326)).toBe(drawChart(shape, 326));
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

describe('of few things, or none,', () => {
  const say = (amount: number) => `¥${Math.round(amount)}`;
  const nothing = { label: '11月1日', low: 0, middle: 0, high: 0 };
  const few: readonly (readonly [string, ChartShape])[] = [
    ['no columns', { kind: 'columns', columns: [] }],
    ['one column', { kind: 'columns', columns: [{ label: '11月1日', value: 4, tone: 'now' }] }],
    ['columns of nought', { kind: 'columns', columns: ['11月1日', '11月2日'].map((label) => ({ label, value: 0, tone: 'now' })) }],
    ['an empty band', { kind: 'band', points: [], say }],
    ['a band of one point', { kind: 'band', points: [{ ...nothing, middle: 3, high: 7 }], say }],
    ['a band of nought', { kind: 'band', points: [nothing, { ...nothing, label: '11月2日', actual: 0 }], say }],
    ['empty heat', { kind: 'heat', columns: [], rows: [] }],
    ['heat that tells nothing yet', { kind: 'heat', columns: ['1'], rows: [{ label: '11月1日', shares: [null] }] }],
    ['no rows', { kind: 'rows', rows: [], lines: [] }],
    ['rows of nought', { kind: 'rows', rows: [{ label: '看到', value: 0, said: '0', tone: 'now' }], lines: [{ value: 0, label: '最多' }] }],
  ];
  test.each(few)('%s is a picture without faults', (_name, shape) => {
    for (const width of [200, 256, 496]) expect(faults(drawChart(shape, width))).toEqual([]);
  });

  test('a band of nought has one line, and one point shows its band', () => {
    const [zero, one] = [few[5]?.[1] as ChartShape, few[4]?.[1] as ChartShape];
    expect([...read(drawChart(zero, 256)).querySelectorAll('line')]).toHaveLength(1);
    expect(Number(read(drawChart(one, 256)).querySelector('rect')?.getAttribute('height'))).toBeGreaterThan(40);
  });
});

describe('whatever it shows,', () => {
  const word = fc.oneof(
    fc.string({ maxLength: 40, unit: 'binary' }),
    fc.constantFrom('早市打卡 满三次换豆浆', 'Every morning\'s check-in & "free" <soy> milk', '🥟🥟🥟🥟🥟🥟🥟🥟', '', 'a'.repeat(60)),
  );
  const day = fc.constantFrom('11月1日', '12月31日', '1 Nov', '31 December', '');
  const amount = fc.double({ min: 0, max: 1e7, noNaN: true });
  const tone = fc.constantFrom('now', 'before', 'expected', 'low');
  const short = fc.constantFrom('1%', '10%', '最多 ¥1,200.00', 'at most');
  const shapeOf: Readonly<Record<ChartShape['kind'], fc.Arbitrary<ChartShape>>> = {
    columns: fc.record({
      kind: fc.constant('columns'),
      columns: fc.array(fc.record({ label: day, value: fc.option(amount), tone }), { maxLength: 31 }),
    }),
    band: fc.record({
      kind: fc.constant('band'),
      points: fc.array(
        fc
          .tuple(day, amount, amount, amount, fc.option(amount))
          .map(([label, low, more, most, actual]) => ({ label, low, middle: low + more, high: low + more + most, actual })),
        { maxLength: 40 },
      ),
      say: fc.constantFrom(
        (value: number) => `¥${(value / 100).toFixed(2)}`,
        (value: number) => String(Math.round(value)),
      ),
    }),
    heat: fc.record({
      kind: fc.constant('heat'),
      columns: fc.integer({ min: 0, max: 30 }).map((count) => Array.from({ length: count }, (_, column) => String(column + 1))),
      rows: fc.array(
        fc.record({ label: day, shares: fc.array(fc.option(fc.double({ min: 0, max: 1, noNaN: true })), { maxLength: 30 }) }),
        {
          maxLength: 9,
        },
      ),
    }),
    rows: fc.record({
      kind: fc.constant('rows'),
      rows: fc.array(fc.record({ label: word, value: amount, said: word, tone }), { maxLength: 8 }),
      lines: fc
        .array(fc.record({ value: amount, label: short }), { maxLength: 3 })
        .map((lines) => lines.sort((one, other) => one.value - other.value)),
    }),
  };
  test.each(['columns', 'band', 'heat', 'rows'] as const)(
    'a chart of %s is well-formed, and no words lie on others or off the paper',
    (kind) => {
      fc.assert(
        fc.property(shapeOf[kind], fc.integer({ min: 200, max: 560 }), (shape, width) => {
          expect(faults(drawChart(shape, width))).toEqual([]);
        }),
        { numRuns: 60 },
      );
    },
  );
});

test('amounts at the left are round, and no two of them are written alike', () => {
  const amountsOf = (high: number) => {
    const points = ['11月1日', '11月2日'].map((label) => ({ label, low: 0, middle: high / 2, high }));
    const picture = read(drawChart({ kind: 'band', points, say: (amount) => String(Math.round(amount)) }, 256));
    return [...picture.querySelectorAll('text[text-anchor="end"]')]
      .map(({ textContent }) => textContent)
      .filter((text) => !text?.includes('月'));
  };
  expect(amountsOf(6300)).toEqual(['0', '2000', '4000', '6000', '8000']);
  expect(amountsOf(1)).toEqual(['0', '1']);
  expect(amountsOf(2)).toEqual(['0', '1', '2']);
});

test('a long name stands on two lines, and says when there is more', () => {
  const rows = [{ label: '每天早上来店里打卡就送一杯热豆浆,再加一根油条', value: 1, said: '1', tone: 'now' } as const];
  const lines = [...read(drawChart({ kind: 'rows', rows }, 256)).querySelectorAll('text[text-anchor="start"]')];
  expect(lines.map(({ textContent }) => textContent)).toEqual(['每天早上来店', '里打卡就送…']);
});

test('words grow with the person’s size of text, as far as names have room', () => {
  expect(widthToDraw(496, 1)).toBe(496);
  expect(496 / widthToDraw(496, 1.3)).toBeCloseTo(1.3, 2);
  expect(widthToDraw(256, 1.5)).toBe(200);
  expect(widthToDraw(180, 1.5)).toBe(180);
});
